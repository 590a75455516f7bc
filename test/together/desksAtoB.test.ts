import { tell } from './tell';

tell(['desks'], file => /^[ab]/.test(file));
