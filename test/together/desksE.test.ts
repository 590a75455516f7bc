import { tell } from './tell';

tell(['desks'], file => /^e/.test(file));
