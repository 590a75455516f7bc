import { tell } from './tell';

tell(['desks'], file => /^[p-t]/.test(file));
