import type { HoldingParty } from '../agreement';
import { custodian, type FactType, type Open } from '../escalation';
import type { LedgerFact } from './chain';
import { toldOf } from './tellings';

/** Whom a fact concerns outside the ticket. */
export interface Concerned {
  readonly parties: readonly HoldingParty[];
  readonly people: readonly string[];
}

type FactFor<T extends FactType> = Extract<LedgerFact, { type: T }>;
type Concern<T extends FactType> = (state: Open, fact: FactFor<T>) => Concerned;

const both: readonly HoldingParty[] = ['msp', 'client'];

/** Clocks are told to whoever is told of them on the ticket; to nobody where that is nobody. */
const clocks = (_: Open, { data: { tell } }: FactFor<'WarningGiven'> | FactFor<'Breached'>): Concerned => ({
  parties: tell.length === 0 ? [] : both,
  people: tell,
});

type OfHolder = FactFor<'WaitingVoided' | 'LeaseLapsed' | 'HolderLeft' | 'ShiftUntaken'>;

const toHolder = (state: Open, fact: OfHolder): Concerned => ({
  parties: 'isToldElsewhere' in fact.data ? [] : [custodian(state).party],
  people: toldOf(state, fact),
});

const toAsked = ({ of }: { readonly of: { readonly party: string; readonly person?: string } }): Concerned => ({
  parties: of.party === 'vendor' ? [] : [of.party as HoldingParty],
  people: of.person === undefined ? [] : [of.person],
});

type OfFinding = FactFor<
  'OwnershipUnclear' | 'OverrideAsked' | 'OverrideApproved' | 'OverrideRefused' | 'OverrideExpired'
>;

const toTold = (_: Open, { data: { tell } }: OfFinding): Concerned => ({ parties: [], people: tell });

const concerns: { readonly [T in FactType]?: Concern<T> } = {
  HandoffOffered: (_, { data: { to } }) => ({
    parties: [to.party],
    people: to.person === undefined ? [] : [to.person],
  }),
  OfferLapsed: (state, fact) => ({
    parties: fact.data.to === undefined ? both : [fact.data.to.party],
    people: toldOf(state, fact),
  }),
  LadderEnded: (state, fact) => ({ parties: both, people: toldOf(state, fact) }),
  StalemateReached: (state, fact) => ({ parties: both, people: toldOf(state, fact) }),
  PacketOwed: (state, { data: { transfer } }) => ({
    parties: state.transfers.some(({ id }) => id === transfer) ? both : [],
    people: [],
  }),
  Asked: (_, { data }) => toAsked(data),
  AskChased: (state, { data: { ask } }) => {
    const chased = state.asks.find(({ id }) => id === ask);
    return chased ? toAsked(chased) : { parties: [], people: [] };
  },
  WarningGiven: clocks,
  Breached: clocks,
  WaitingVoided: toHolder,
  LeaseLapsed: toHolder,
  HolderLeft: toHolder,
  ShiftUntaken: toHolder,
  AlertOpened: (state, fact) => ({ parties: [custodian(state).party], people: toldOf(state, fact) }),
  OwnershipUnclear: toTold,
  OverrideAsked: toTold,
  OverrideApproved: toTold,
  OverrideRefused: toTold,
  OverrideExpired: toTold,
  AlertCleared: (state, fact) => ({ parties: [], people: toldOf(state, fact) }),
  BackupCalled: (state, fact) => ({ parties: [fact.data.to.party], people: toldOf(state, fact) }),
};

/** Whom a fact concerns outside the ticket; undefined where it is told on the ticket alone. */
export function concernedBy(state: Open, fact: LedgerFact): Concerned | undefined {
  const concern = concerns[fact.type] as Concern<FactType> | undefined;
  return concern?.(state, fact as never);
}
