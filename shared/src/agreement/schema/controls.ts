import { z } from 'zod';
import { label, some } from './basics';

/** What Baton does that a control can rest on. */
export const controlFeatures = [
  ...(['custody', 'packet', 'acknowledgement', 'escalation', 'targets', 'attribution', 'asks'] as const),
  ...(['vendors', 'major incidents', 'customer messages', 'confirmation', 'rosters'] as const),
  ...(['agreement', 'overrides', 'ledger', 'personal data', 'availability'] as const),
] as const;

/** A control of the parties' own, and what of Baton meets it; shown on the control map. */
export const control = z.strictObject({
  name: label,
  features: some(z.enum(controlFeatures)),
});
