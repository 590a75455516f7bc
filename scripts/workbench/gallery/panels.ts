import type { DeskName, Directory, Fact, PanelView } from '@baton/shared';
import {
  accepted,
  anaDesk,
  at,
  claimedByAna,
  fact,
  heldByAna,
  heldByDana,
  ledgerOf,
  noc,
  offered as offeredByAna,
  offeredToNetwork,
  opened,
  seenBy,
  toldDirectory,
  type Told,
} from './told';

/*
 * One panel per named condition, each what the core itself makes of a ledger: none can show what cannot be.
 */

const toTriage = ledgerOf(
  opened('09:00'),
  claimedByAna,
  fact('10:00', 'ana', 'HandoffOffered', {
    ...{ handoff: 'h1', crossing: 'client>msp', to: noc, reason: 'skills', deadline: at('14:00') },
    triage: 'grace',
  }),
);
const omarNoc = { ...noc, person: 'omar' } as const;
const routed = ledgerOf(opened('09:00'), fact('09:10', undefined, 'Routed', { to: noc }, { rule: 'routing' }));
const moved = ledgerOf(
  opened('09:00'),
  claimedByAna,
  fact('09:57', 'ana', 'UnbatonedTransfer', { transfer: 't1', to: omarNoc, accountable: 'client' }),
);
const claimed = ledgerOf(opened('09:00'), claimedByAna, offeredByAna, seq => {
  const fact = accepted(seq);
  return { ...fact, by: { ...fact.by, assurance: 'claimed' } };
});
const undecided = ledgerOf(
  opened('09:00'),
  claimedByAna,
  offeredByAna,
  fact('10:10', 'dana', 'StalemateReached', {
    crossing: 'client>msp',
    owner: 'carla',
    ownerParty: 'client',
    holder: anaDesk,
  }),
);

const later = (facts: readonly Fact[], ...more: Told[]): Fact[] => [
  ...facts,
  ...more.map((tell, index) => tell(facts.length + index + 1)),
];
const asked = later(
  heldByAna,
  fact(
    '10:00',
    'ana',
    'Asked',
    {
      ask: 'a1',
      kind: 'information',
      of: { party: 'msp', team: 'northwind-network' },
      isBlocking: true,
      answerBy: at('14:00'),
      chase: 14_400_000,
    },
    { texts: { question: '#question' } },
  ),
);
const answered = later(asked, fact('10:40', 'dana', 'AskAnswered', { ask: 'a1' }, { texts: { answer: '#answer' } }));
const excepted = later(
  heldByAna,
  fact(
    '10:00',
    'ana',
    'OverrideAsked',
    {
      ...{ override: 'o1', kind: 'transfer', until: at('12:00'), isSampled: true, isBlocking: true, decide: 3_600_000 },
      ...{
        owed: [
          { party: 'client', person: 'carla' },
          { party: 'msp', person: 'grace' },
        ],
        above: 'amount',
      },
      ...{ amount: 12_000, tell: ['carla', 'grace'] },
    },
    { texts: { why: '#exception' } },
  ),
);
const halfApproved = later(
  excepted,
  fact('10:10', 'carla', 'OverrideApproved', { override: 'o1', for: 'client', tell: [] }),
);
const approved = later(
  halfApproved,
  fact('10:20', 'grace', 'OverrideApproved', { override: 'o1', for: 'msp', isGiven: true, tell: ['ana'] }),
);
const grace = { ...noc, person: 'grace' } as const;
const commanded = later(
  heldByDana,
  fact('11:00', 'ana', 'MajorDeclared', { how: 'press', commander: grace, tell: ['grace', 'carla'] }),
  fact('11:02', 'grace', 'BridgeOpened', {}, { texts: { bridge: '#bridge' } }),
);
const mitigated = later(commanded, fact('12:30', 'grace', 'MajorMitigated', { how: 'press' }));
const deleted = later(heldByDana, fact('11:00', 'ana', 'TicketDeleted', { how: 'deleted', accountable: 'client' }));
const restored = later(deleted, fact('11:30', 'ana', 'TicketRestored', {}));
const merged = later(heldByAna, fact('10:00', 'ana', 'MergedInto', { into: '102' }));
const replied = later(heldByAna, fact('09:20', 'ana', 'FirstReplySent', {}));
const waiting = later(heldByDana, fact('10:50', 'dana', 'WaitingStarted', { whom: 'customer', isProvisional: true }));
const holding = later(waiting, fact('10:55', 'dana', 'HoldPlaced', { whom: 'customer', since: at('10:50') }));
const resolved = later(heldByDana, fact('16:25', 'dana', 'Resolved', {}));
const confirmed = later(
  resolved,
  fact('2025-12-01T16:25:00Z', undefined, 'ResolutionConfirmed', {}, { rule: 'baton' }),
);

/** The roster names nobody for the team whose turn it is. */
const { name, party, tier, freshserviceGroups } = toldDirectory.teams['northwind-noc']!;
const nobodyThere: Directory = {
  ...toldDirectory,
  teams: { ...toldDirectory.teams, 'northwind-noc': { name, party, tier, freshserviceGroups } },
};

/** Every panel by its picture's name, in the words of a desk. */
export function panelsOn(desk: DeskName) {
  const seen = (who: string, time: string, facts: readonly Fact[], known: { readonly directory?: Directory } = {}) =>
    seenBy(who, time, facts, { desk, ...known });
  return {
    'not governed': seen('ana', '09:00', []),
    'nothing owed': seen('omar', '10:30', replied),
    'held by you': seen('dana', '11:04', heldByDana),
    'held by your team': seen('li', '11:04', heldByDana),
    'held by others': seen('ana', '11:04', heldByDana),
    unclaimed: seen('omar', '09:20', routed),
    'nobody on duty': seen('ana', '09:20', routed, { directory: nobodyThere }),
    'offered to you': seen('dana', '10:18', offeredToNetwork),
    'to triage': seen('grace', '10:18', toTriage),
    'offered by you': seen('ana', '10:18', offeredToNetwork),
    offered: seen('omar', '10:18', offeredToNetwork),
    confirming: seen('dana', '10:18', claimed),
    stalemate: seen('carla', '10:40', undecided),
    'major incident': seen('grace', '11:04', commanded),
    'major incident led by others': seen('ana', '11:04', commanded),
    'packet owed after a major incident': seen('grace', '12:40', mitigated),
    deleted: seen('dana', '11:04', deleted),
    restored: seen('dana', '12:04', restored),
    merged: seen('ana', '11:04', merged),
    asked: seen('dana', '10:18', asked),
    'asked of others': seen('ana', '14:25', asked),
    answered: seen('ana', '10:45', answered),
    'an exception to approve': seen('carla', '10:05', excepted),
    'an exception asked for': seen('ana', '10:15', halfApproved),
    'an exception that counts': seen('ana', '10:30', approved),
    'moved without a handoff': seen('ana', '10:20', moved),
    'moved to you without a handoff': seen('omar', '10:20', moved),
    paused: seen('dana', '11:04', holding),
    'paused for now': seen('dana', '11:04', waiting),
    'paused by the other party': seen('ana', '11:04', holding),
    'at risk': seen('dana', '16:42', heldByDana),
    breached: seen('dana', '17:42', heldByDana),
    'awaiting confirmation': seen('dana', '16:30', resolved),
    finished: seen('ana', '2025-12-15T10:00:00Z', confirmed),
  } satisfies Readonly<Record<string, PanelView>>;
}

/** The panels as Freshservice words them. */
export const panels = panelsOn('freshservice');
export const heldByYou = panels['held by you'];
export const heldByOthers = panels['held by others'];
export const offeredToYou = panels['offered to you'];

/** How the stand-in for the desk behaves: it answers, never does, or does once and then no more. */
export type Mood = 'willing' | 'down' | 'down after the first look';

/** One condition of the gallery: a panel, and how the desk behaves around it. */
export interface Picture {
  readonly panel: keyof typeof panels;
  readonly mood: Mood;
}

const names = Object.keys(panels) as (keyof typeof panels)[];

/** Every named condition, in the order of the gallery. */
export const pictures: Readonly<Record<string, Picture>> = {
  ...Object.fromEntries(names.map(panel => [panel, { panel, mood: 'willing' as const }])),
  unreachable: { panel: 'held by you', mood: 'down' },
  stale: { panel: 'held by you', mood: 'down after the first look' },
};
