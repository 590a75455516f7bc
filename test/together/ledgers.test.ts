import { tell } from './tell';

tell(['forge', 'freshservice', 'ledger']);
