import type { Audience, Placement } from '../agreement';
import type { FactData, FactType, ObligationKind } from '../escalation';
import { askedName } from './askWords';
import { personName, placeText, timeText, type Reader } from './reader';
import type { Scene } from './scene';
import type { Tell } from './told';
import { durationText, joined, listText } from './wording';

type Owed = FactData<'Breached'>;
type ThresholdFact = Extract<FactType, 'WarningGiven' | 'Breached'>;

const duties: Readonly<Record<ObligationKind, string>> = Object.freeze({
  acknowledge: 'take it up',
  triage: 'sort what is offered',
  respond: 'send the first reply',
  resolve: 'resolve it',
  'next-action': 'do the next required action',
  decide: 'decide who takes it',
  answer: 'answer what it was asked',
  chase: 'chase the late answer',
  update: 'say how it stands',
  packet: 'hand it off with what was done',
});

const audiences: Readonly<Record<Audience, string>> = Object.freeze({
  customer: 'tell the customer',
  internal: 'tell the other party',
  executive: 'tell the leads',
});

/** What a party owes, after 'to'; an update says whom it is owed to. */
export const dutyText = ({ kind, audience }: { kind: ObligationKind; audience?: Audience }): string =>
  audience === undefined ? duties[kind] : `${audiences[audience]} how it stands`;

/** Why it is warned of: 'others needed 3 h 20 min for this; 2 h left', or how much of the time is used up. */
export function whyWarned({ share, pace }: FactData<'WarningGiven'>): string {
  if (!pace) return `${share}% of the time is used up.`;
  return `others needed ${durationText(pace.needed)} for this; ${durationText(pace.left)} left.`;
}

/** Who owes it: 'Northwind NOC (Omar Said)', or a vendor. */
export function owingText(reader: Reader, { party, vendor, ...place }: Owed): string {
  if (party === 'vendor') return askedName(reader, { party, vendor: vendor ?? '' });
  return placeText(reader, { party, ...place } as Placement);
}

function toldTo(scene: Scene, { tell }: Owed): string | undefined {
  if (tell.length === 0) return undefined;
  return `Baton tells ${listText(tell.map(person => personName(scene, person)))}.`;
}

/** Targets that are nearly used up, and those that are. */
export const thresholdTells: { readonly [T in ThresholdFact]: Tell<T> } = {
  WarningGiven: (scene, { data }) => {
    const due = `${owingText(scene, data)} has to ${dutyText(data)} by ${timeText(scene, data.dueAt)}`;
    return joined([`${due}: ${whyWarned(data)}`, toldTo(scene, data)], ' ');
  },
  Breached: (scene, { data }) => {
    const due = `${owingText(scene, data)} had to ${dutyText(data)} by ${timeText(scene, data.dueAt)}`;
    return joined([`${due} and has not.`, toldTo(scene, data)], ' ');
  },
};
