import { templateStages, type Directory, type Template } from '../agreement';
import { isSpokesperson, spokesperson, type Open } from '../escalation';
import type { TicketEventOf } from '../ticket';
import { fullName, partyName, readerOf, type PanelViewer } from './reader';
import { sceneOf, type Scene } from './scene';
import { templateText } from './templateText';
import type { AskFormView } from './view';
import { sentence } from './wording';

type Stage = Template['stage'];
type Fields = Readonly<Record<string, string>>;

/** What the form is filled from. `label` is what people call the ticket. */
interface MessageInput {
  readonly state: Open;
  readonly directory: Directory;
  readonly viewer: PanelViewer;
  /** Epoch ms. */
  readonly now: number;
  readonly label: string;
  readonly fields: Fields;
}

/** Chosen where no agreed text suits. */
const OWN = 'own';

/** What there is to say now. */
function stageNow({ state, reading }: Scene): Stage {
  if (state.status === 'resolved') return state.confirmedAt === undefined ? 'resolved' : 'closed';
  if (reading.remaining < 0) return 'breached';
  if (state.status === 'offered') return 'offered';
  return state.firstReplyAt === undefined ? 'opened' : 'update';
}

const agreedStages = ({ templates = [] }: Directory): readonly Stage[] =>
  templateStages.filter(stage => templates.some(one => one.stage === stage && one.audience === 'customer'));

function chosenStage(scene: Scene, { stage }: Fields): Stage | undefined {
  const agreed = agreedStages(scene.directory);
  if (stage === OWN) return undefined;
  return [stage, stageNow(scene), 'update'].map(name => agreed.find(each => each === name)).find(Boolean) ?? agreed[0];
}

/** Who speaks to the customer, where that is somebody else. */
function warning(scene: Scene): Pick<AskFormView, 'warning' | 'sendsWith'> {
  const { state, person } = scene;
  if (person !== undefined && isSpokesperson(scene, state, person)) return {};
  const speaker = spokesperson(scene, state);
  const name = speaker.person === undefined ? partyName(scene, speaker.party) : fullName(scene, speaker.person);
  return {
    warning: `${name} speaks to the customer here. Ask them to, or send it anyway: the review will see it.`,
    sendsWith: { anyway: 'yes' },
  };
}

/** The short form of a message to the customer: an agreed text, filled in, to be changed and sent by a person. */
export function messageForm({ state, directory, viewer, now, label, fields }: MessageInput): AskFormView {
  const scene = sceneOf(readerOf(directory, viewer, now), { state, facts: [], texts: {}, confirmGrace: 0 });
  const stage = chosenStage(scene, fields);
  const told = warning(scene);
  const choices = agreedStages(directory).map(value => ({ value, label: sentence(value) }));
  const text = stage && templateText({ scene, label }, stage, 'customer');
  return {
    verb: 'tell',
    title: 'Tell the customer',
    intro: `They read it on the ${scene.words.ticket}, with your name.`,
    ...told,
    fields: [
      {
        ...{ name: 'stage', label: 'Text', isRequired: false, refills: true, value: stage ?? OWN },
        choices: [...choices, { value: OWN, label: 'In your own words' }],
      },
      { name: 'message', label: 'Message', isRequired: true, rows: 6, value: text ?? '' },
    ],
    sends: told.warning === undefined ? 'Send' : 'Send anyway',
    privacy: 'The customer reads this. Nothing goes to them before you press it.',
  };
}

type Message = Pick<TicketEventOf<'TellCustomer'>, 'type' | 'message' | 'stage' | 'isAnyway'>;

/** What sending the form means. */
export function messageIn({ stage, message = '', anyway }: Fields): Message {
  const agreed = templateStages.find(each => each === stage);
  return {
    type: 'TellCustomer',
    message,
    ...(agreed === undefined ? {} : { stage: agreed }),
    ...(anyway === 'yes' ? { isAnyway: true } : {}),
  };
}
