import { tell } from './tell';

tell(['desks'], file => /^[w-z]/.test(file));
