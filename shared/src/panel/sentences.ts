import { crossingTo, otherParty, type Placement } from '../agreement';
import type { Fact, FactData, FactType } from '../escalation';
import { askTells } from './askSentences';
import { erasureReasons } from './eraseText';
import { alertTells } from './alertSentences';
import { goneTells } from './goneView';
import { judgementTells } from './judgementSentences';
import { majorTells } from './majorSentences';
import { noticeTells } from './noticeSentences';
import { overrideTells } from './overrideSentences';
import { reasonLabel } from './packetLines';
import { personName, placeText, teamName, timeText } from './reader';
import { resolutionTells } from './resolutionSentences';
import { rungTells } from './rungSentences';
import { newest, type Scene } from './scene';
import { thresholdTells } from './thresholdSentences';
import { holds, named, told, type Tell } from './told';
import { transferTells } from './transferSentences';
import { unclearText } from './unclearSentences';
import { waitingTells } from './waitingSentences';
import { peopleTells } from './peopleSentences';
import { workTells } from './workSentences';
import { joined, listText, sentence } from './wording';

const owes = (scene: Scene, people: readonly string[]): string => {
  const names = people.map(person => personName(scene, person));
  return `${sentence(listText(names))} ${names.length === 1 && names[0] !== 'you' ? 'owes' : 'owe'} the decision`;
};

const declineCodes: Readonly<Record<string, string>> = Object.freeze({
  'wrong-party': 'wrong party',
  'wrong-team': 'wrong team',
  duplicate: 'duplicate',
  'no-capacity': 'no capacity',
  other: 'another reason',
});

const offered: Tell<'HandoffOffered'> = (scene, fact) => {
  const { to, reason, crossing, returns } = fact.data;
  const place = placeText(scene, to as Placement);
  if (returns !== undefined)
    return told(scene, fact, `offered it back to ${place}.`, `It was offered back to ${place}.`);
  const why = `${place}: ${reasonLabel(scene, crossing, reason)}.`;
  return told(scene, fact, `offered it to ${why}`, `It was offered to ${why}`);
};

const accepted: Tell<'HandoffAccepted'> = (scene, fact) => {
  const { to, how, deadline, handoff } = fact.data;
  const person = named(scene, to.person);
  const forTeam = `accepted it for ${teamName(scene, to as Placement)}.`;
  const first = {
    accepted: `${person} accepted it.`,
    'for a team': told(scene, fact, forTeam, `It was ${forTeam}`),
    'claimed natively': `${person} took it in ${scene.words.desk}, which accepts it.`,
    'by work': `${person} worked on it for 15 minutes, so it counts as accepted by work.`,
    deemed: `Nobody answered in time, so it counts as accepted by ${personName(scene, to.person ?? '')}.`,
  }[how];
  const asked = newest(scene, 'HandoffOffered', offer => offer.data.handoff === handoff)?.data.deadline ?? deadline;
  const other = asked === deadline ? undefined : `The deadline is now ${timeText(scene, deadline)}.`;
  return joined([first, holds(scene, to as Placement), other], ' ');
};

const lapsed: Tell<'OfferLapsed'> = (scene, { data: { to, found, because } }) => {
  const why = because === undefined ? 'Nobody answered in time' : 'Nobody was there to answer';
  if (to === undefined) return `${why}.`;
  const place = placeText(scene, to as Placement);
  return found === 'nobody' ? `${why}, and nobody stands in at ${place}.` : `${why}. The offer went to ${place}.`;
};

const endedOffers: Readonly<Partial<Record<FactData<'HandoffWithdrawn'>['because'], string>>> = Object.freeze({
  resolved: 'The offer ended, because it was resolved.',
  major: 'The offer ended, because it became a major incident.',
  deleted: 'The offer ended, because it was deleted.',
  merged: 'The offer ended, because it was merged.',
});

const opened: Tell<'EscalationOpened'> = (scene, fact) => {
  const { custody, continues } = fact.data;
  const began =
    fact.by.assurance === 'history' ? 'Baton began to follow it.' : told(scene, fact, 'opened it.', 'It was opened.');
  const linked = continues === undefined ? undefined : 'It follows an earlier one that was reopened too late.';
  return joined([began, holds(scene, custody as Placement), linked], ' ');
};

const erased: Tell<'TextErased'> = (scene, fact) => {
  const { writer, because } = fact.data;
  const what = `the text of entry ${fact.data.fact}`;
  const of = writer === undefined ? what : `${what}, written by ${personName(scene, writer)}`;
  const why = erasureReasons[because];
  return told(scene, fact, `removed ${of}: ${why}.`, `${sentence(of)}, was removed: ${why}.`);
};

const passed: Tell<'Passed'> = (scene, fact) => {
  const { to, reason } = fact.data;
  const place = placeText(scene, to as Placement);
  const why = reason === undefined ? '' : `: ${reasonLabel(scene, crossingTo(otherParty(to.party)), reason)}`;
  return told(scene, fact, `passed it on to ${place}${why}.`, `It was passed on to ${place}${why}.`);
};

const tells: { readonly [T in FactType]: Tell<T> } = {
  EscalationOpened: opened,
  Claimed: (scene, { data }) => `${named(scene, data.to.person)} took it in ${teamName(scene, data.to as Placement)}.`,
  Passed: passed,
  Routed: (scene, fact) => {
    const place = placeText(scene, fact.data.to as Placement);
    if (fact.data.because === 'override')
      return told(scene, fact, `moved it to ${place}, as was allowed.`, `It was moved to ${place}, as was allowed.`);
    return told(scene, fact, `routed it to ${place}, before anybody had taken it.`, `It was routed to ${place}.`);
  },
  MovedInHistory: (scene, fact) => {
    const place = placeText(scene, fact.data.to as Placement);
    return `It had gone to ${place}; whether they accepted it is not known.`;
  },
  MoveFollowedOffer: (scene, { data }) =>
    `The ${scene.words.owner} followed the offer to ${placeText(scene, data.to as Placement)}. Custody did not move.`,
  MoveUnexplained: (scene, fact) => {
    const rest = `to ${placeText(scene, fact.data.to as Placement)} without a handoff. Custody did not move.`;
    return told(scene, fact, `moved it ${rest}`, `It was moved ${rest}`);
  },
  MoveUndone: (scene, { data }) =>
    `The ${scene.words.owner} is back at ${placeText(scene, data.to as Placement)}, where custody is.`,
  ...transferTells,
  ...askTells,
  ...thresholdTells,
  HandoffOffered: offered,
  TriageLapsed: () => 'Nobody sorted it in time: the team is asked now.',
  HandoffAccepted: accepted,
  AcceptanceAsked: (scene, { data }) =>
    `${named(scene, data.to.person)} answered the customer, which counts as accepting after 15 minutes.`,
  HandoffDeclined: (scene, fact) => {
    const code = declineCodes[fact.data.code] ?? fact.data.code;
    return told(scene, fact, `declined it: ${code}.`, `It was declined: ${code}.`);
  },
  HandoffReturned: (scene, fact) => told(scene, fact, 'sent it back with guidance.', 'It was sent back with guidance.'),
  HandoffWithdrawn: (scene, fact) =>
    endedOffers[fact.data.because] ?? told(scene, fact, 'withdrew the offer.', 'The offer was withdrawn.'),
  OfferLapsed: lapsed,
  LadderEnded: (scene, { data }) => `Nobody answered in time. ${owes(scene, data.owed)}.`,
  StalemateReached: (scene, { data }) =>
    `Refused twice. ${owes(scene, [data.owner])}; until then ${holds(scene, data.holder as Placement)}`,
  StalemateDecided: (scene, fact) => {
    const place = teamName(scene, fact.data.to as Placement);
    return told(scene, fact, `decided: ${place} takes it.`, `It was decided: ${place} takes it.`);
  },
  TermsReplaced: (scene, fact) => {
    const { because, from, terms } = fact.data;
    if (because === 'priority') return `It is priority ${terms.priority} now, which changes what is promised.`;
    if (from === undefined) return 'The agreement changed, and with it what is promised.';
    const what = `from version ${from} of the agreement to version ${terms.version}. Time already spent stays spent.`;
    return told(scene, fact, `moved it ${what}`, `It was moved ${what}`);
  },
  Reclassified: (scene, fact) => {
    const { workType, priority } = fact.data.terms;
    const as = `${workType}, priority ${priority}, which changes what is promised.`;
    return told(scene, fact, `said that it is: ${as}`, `It was said to be: ${as}`);
  },
  NativeDueRead: (scene, { data: { resolve, respond } }) => {
    const due = resolve ?? respond;
    const what = resolve === undefined ? 'the first reply is due' : 'it is due';
    return `${scene.words.desk} says that ${what} ${due === undefined ? 'then' : timeText(scene, due)}.`;
  },
  ...waitingTells,
  ...workTells,
  ...peopleTells,
  OwnershipUnclear: (_, { data }) => unclearText(data),
  ...majorTells,
  ...rungTells,
  ...judgementTells,
  ...overrideTells,
  ...resolutionTells,
  ...noticeTells,
  ...goneTells,
  ...alertTells,
  AssuranceRaised: scene => `${scene.words.desk} confirmed who accepted it.`,
  TextErased: erased,
};

/** One fact as one or two plain sentences. */
export const sentenceOf = (scene: Scene, fact: Fact): string => (tells[fact.type] as Tell<FactType>)(scene, fact);
