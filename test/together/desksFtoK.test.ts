import { tell } from './tell';

tell(['desks'], file => /^[f-k]/.test(file));
