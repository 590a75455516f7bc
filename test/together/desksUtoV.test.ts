import { tell } from './tell';

tell(['desks'], file => /^[u-v]/.test(file));
