import { tell } from './tell';

tell(['agreement', 'file', 'settings']);
