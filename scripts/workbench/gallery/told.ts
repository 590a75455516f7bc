import { createHash } from 'node:crypto';
import {
  agreementParts,
  panelView,
  parseAgreement,
  stateOf,
  termsFor,
  type DeskName,
  type Directory,
  type Fact,
  type FactData,
  type FactType,
  type PanelInput,
  type PanelView,
  type State,
  type Terms,
} from '@baton/shared';
import { storyCast } from '../cast';
import { workbenchAgreement } from '../workbenchAgreement';

/*
 * Ana Pires of Contoso IT (Lisbon) and Dana Ruiz of Northwind (Madrid, an hour ahead) on Friday 28 November 2025, when
 * Lisbon shows UTC. A priority 2 incident: eight hours to resolve, 08:00 to 18:00 in Lisbon on workdays.
 */

const contentHash = (text: string): string => createHash('sha256').update(text).digest('hex');
const agreement = agreementParts(parseAgreement(JSON.stringify(workbenchAgreement(storyCast))), contentHash);

/** Everybody of the story. */
export const toldDirectory: Directory = agreement.directory;

/** A priority 2 incident's terms. */
function toldTerms(): Terms {
  const terms = termsFor(agreement.index, agreement.parts, { workType: 'incident', priority: 2 });
  if (terms === undefined) throw new Error('No cell of the story governs a priority 2 incident.');
  return terms;
}

/** Epoch ms of a time on that Friday as Lisbon shows it, or of a full ISO instant. */
export const at = (time: string): number => Date.parse(time.includes('T') ? time : `2025-11-28T${time}:00Z`);

export const anaDesk = { party: 'client', team: 'contoso-desk', person: 'ana' } as const;
export const contosoDesk = { party: 'client', team: 'contoso-desk' } as const;
export const noc = { party: 'msp', team: 'northwind-noc' } as const;
export const network = { party: 'msp', team: 'northwind-network' } as const;
export const danaNetwork = { ...network, person: 'dana' } as const;

/** The clear texts of the story by their hashes. */
export const texts: Readonly<Record<string, string | null>> = {
  '#next': 'Replace the volume behind db-2',
  '#diagnosis': 'Disk latency on db-2 since 09:40, not load',
  '#actions': 'Restarted the replica',
  '#evidence': 'array log.txt',
  '#why': 'We do not run that array',
  '#guidance': 'Send the array serial number first',
  '#question': 'Which VLAN is db-2 in?',
  '#answer': 'VLAN 42',
  '#exception': 'The array vendor is on site and the whole desk works on it',
  '#bridge': 'https://meet.example/payroll',
  '#erased': null,
};

const packet = { nextAction: '#next', diagnosis: '#diagnosis', actions: '#actions', evidence: '#evidence' };

/** Circumstances of a fact that a story can set otherwise. */
interface Circumstances {
  readonly rule?: string;
  readonly assurance?: Fact['by']['assurance'];
  readonly learned?: string;
  readonly texts?: Readonly<Record<string, string>>;
}

/** Facts without their numbers, which {@link ledgerOf} gives them. */
export type Told = (seq: number) => Fact;

const partyOf = (who: string): object => {
  const party = toldDirectory.people[who]?.party;
  return party === undefined ? {} : { party };
};

/** One fact by somebody of the directory, or by nobody. */
export function fact<T extends FactType>(
  time: string,
  who: string | undefined,
  ...[type, data, more = {}]: [type: T, data: FactData<T>, more?: Circumstances]
): Told {
  const { rule, assurance = 'platform', learned = time, texts: hashes } = more;
  const actor = who === undefined ? {} : { person: who, ...partyOf(who) };
  const by = { ...actor, ...(rule ? { rule } : {}), assurance, channel: 'test' };
  const sealed = hashes ? { texts: hashes } : {};
  return seq => ({ seq, type, at: at(time), learned: at(learned), cause: `d${seq}`, by, data, ...sealed }) as Fact;
}

export const ledgerOf = (...told: readonly Told[]): Fact[] => told.map((tell, index) => tell(index + 1));

export const opened = (time: string, terms: Terms = toldTerms()): Told =>
  fact(time, undefined, 'EscalationOpened', { escalation: 'e1', terms, custody: contosoDesk });

export const claimedByAna = fact('09:05', 'ana', 'Claimed', { to: anaDesk });

/** Ana offers it to the network team at 10:00, to be done by 14:00. */
export const offered = fact(
  '10:00',
  'ana',
  'HandoffOffered',
  { handoff: 'h1', crossing: 'client>msp', to: network, reason: 'skills', deadline: at('14:00') },
  { texts: packet },
);

/** Dana accepts it at 10:12. */
export const accepted = fact('10:12', 'dana', 'HandoffAccepted', {
  handoff: 'h1',
  to: danaNetwork,
  how: 'accepted',
  deadline: at('14:00'),
});

export const heldByAna = ledgerOf(opened('09:00'), claimedByAna);
export const offeredToNetwork = ledgerOf(opened('09:00'), claimedByAna, offered);
export const heldByDana = ledgerOf(opened('09:00'), claimedByAna, offered, accepted);

const zones: Readonly<Record<string, string>> = { dana: 'Europe/Madrid', li: 'Europe/Madrid', omar: 'Europe/Madrid' };

/** The panel that somebody sees at a time. */
export function seenBy(
  who: string | undefined,
  time: string,
  facts: readonly Fact[],
  more: Partial<PanelInput> & { readonly desk?: DeskName } = {},
): PanelView {
  const { desk = 'freshservice', ...input } = more;
  const timeZone = (who === undefined ? undefined : zones[who]) ?? 'Europe/Lisbon';
  const state: State = stateOf(facts);
  const viewer = { ...(who === undefined ? {} : { person: who }), timeZone, desk };
  return panelView({ state, facts, texts, directory: toldDirectory, viewer, now: at(time), ...input });
}
