import { tell } from './tell';

tell(['clock', 'time']);
