import { memoryLedger } from '../../shared/src/ledger';
import { ledgerContract } from '../support/ledgerContract';

ledgerContract('a ledger in memory', () => memoryLedger());
ledgerContract('a ledger in memory with large pages', () => memoryLedger(100_000));
