import { tell } from './tell';

tell(['desks'], file => /^[l-o]/.test(file));
