import type { DeskName, Directory, HoldingParty } from '../agreement';
import { obligations, type Fact, type Open } from '../escalation';
import { closingStages } from '../ledger';
import { bridgeView } from './majorView';
import { bothZones, placeText, readerOf, teamName } from './reader';
import { sceneOf, type Scene } from './scene';
import { sentenceOf } from './sentences';
import { templateText } from './templateText';
import { dutyText } from './thresholdSentences';
import { joined, sentence, wordsOf } from './wording';

/** Where a ticket is and what people call it there. */
export interface TicketLink {
  readonly label: string;
  readonly url: string;
}

/** What a message outside the ticket says, before a channel gives it its form. No text that a person wrote but the bridge's address. */
export interface Card {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly link: TicketLink;
  /** What the link is called. */
  readonly open: string;
  /** The address at which everybody meets, while a major incident has one. */
  readonly bridge?: string;
}

/** What a card is made from: the facts to tell, oldest first, the escalation as it stands at `now` (epoch ms), and whom it is for. */
export interface CardInput {
  readonly desk: DeskName;
  readonly directory: Directory;
  readonly state: Open;
  readonly facts: readonly Fact[];
  /** Clear texts by hash, for the bridge. */
  readonly texts: Readonly<Record<string, string | null>>;
  readonly told: readonly Fact[];
  readonly now: number;
  readonly party: HoldingParty;
  readonly link: TicketLink;
  /** Whose agreed text says that it is over. */
  readonly audience?: 'internal' | 'executive';
}

/** What is said of one fact: the text that was agreed for it and its readers, else the timeline's sentence. */
function saying(scene: Scene, fact: Fact, { link: { label }, audience }: CardInput): string {
  const stage = closingStages[fact.type];
  const agreed = stage && audience && templateText({ scene, label }, stage, audience);
  return agreed ?? sentenceOf(scene, fact);
}

/** As many clocks as are read at a glance. */
const CLOCKS = 3;

function clocks(scene: Scene): Card['lines'] {
  return obligations(scene.state, scene.now)
    .slice(0, CLOCKS)
    .map(owed => {
      const due = bothZones(scene, owed.dueAt);
      const value = owed.isPaused ? `${due}, paused` : owed.remaining < 0 ? `${due}, missed` : due;
      return { label: sentence(dutyText(owed)), value };
    });
}

/** As long as every channel takes an address. */
const ADDRESS = 2_000;

function meeting(scene: Scene): Pick<Card, 'bridge'> {
  const link = bridgeView(scene).bridge?.link;
  return link === undefined || link.length > ADDRESS ? {} : { bridge: link };
}

/** The card of a message, in the words and the time of the party it is for. */
export function cardOf(input: CardInput): Card {
  const { desk, directory, state, facts, texts, told, now, party, link } = input;
  const viewer = { party, timeZone: directory.parties[party].timeZone, desk };
  const scene = sceneOf(readerOf(directory, viewer, now), { state, facts, texts, confirmGrace: 0 });
  const owner = placeText(scene, scene.holder);
  return {
    title: joined([link.label, `priority ${state.terms.priority}`]),
    text: told.map(fact => saying(scene, fact, input)).join(' '),
    lines: [
      { label: 'Held by', value: owner },
      { label: 'Party', value: teamName(scene, { party: scene.holder.party }) },
      ...clocks(scene),
    ],
    link,
    open: `Open in ${wordsOf(desk).desk}`,
    ...meeting(scene),
  };
}
