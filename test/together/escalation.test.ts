import { tell } from './tell';

tell(['escalation']);
