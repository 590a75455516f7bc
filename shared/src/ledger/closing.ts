import { templateFor, type Directory, type HoldingParty, type Template } from '../agreement';
import type { FactType } from '../escalation';

/** The stages at which everybody who had a part in it hears that it is over. */
export const closingStages: { readonly [T in FactType]?: Extract<Template['stage'], 'resolved' | 'closed'> } = {
  Resolved: 'resolved',
  ResolutionConfirmed: 'closed',
};

/** Who hears that it is over, in the words that were agreed for them; nobody where none were. */
export interface Closing {
  readonly audience: 'internal' | 'executive';
  readonly parties: readonly HoldingParty[];
  readonly people: readonly string[];
}

/** The closing messages that a kind of fact owes: the parties the internal one, those who lead them the executive one. */
export function closings({ templates, parties: { msp, client } }: Directory, type: FactType): readonly Closing[] {
  const stage = closingStages[type];
  if (stage === undefined) return [];
  const all: readonly Closing[] = [
    { audience: 'internal', parties: ['msp', 'client'], people: [] },
    { audience: 'executive', parties: [], people: [...new Set([msp.lead, client.lead])] },
  ];
  return all.filter(({ audience }) => templateFor(templates, stage, audience) !== undefined);
}
