import { fdkClient } from './fdkClient';
import { guardTransfers } from './guardTransfers';

void fdkClient().then(guardTransfers);
