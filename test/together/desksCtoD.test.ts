import { tell } from './tell';

tell(['desks'], file => /^[cd]/.test(file));
