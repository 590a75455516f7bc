import { commanders, isCommanded, packetOwedSince } from '../escalation';
import { shortClock } from './clockText';
import { byHere, owed, type Words } from './owedWords';
import { fullName, mayAct, personName, teamName, timeText } from './reader';
import { textOf, type Scene } from './scene';
import type { ActionView, PanelView } from './view';
import { joined } from './wording';

/** Whether the viewer commands it. */
const isCommander = ({ holder, person }: Scene): boolean => person !== undefined && holder.person === person;

/** 'You command it', 'Grace Kim commands it', or that nobody does. */
export function commandLine(scene: Scene): string {
  const { holder } = scene;
  if (isCommander(scene)) return 'You command it';
  return holder.person === undefined ? 'Nobody commands it yet' : `${fullName(scene, holder.person)} commands it`;
}

/** Since when, and for which team. */
export function commandDetail(scene: Scene): string {
  const { state, holder, zone, now } = scene;
  const since = shortClock(state.major?.declaredAt ?? now, zone, now);
  const deemed = state.custody.at(-1)?.at === state.major?.declaredAt ? 'counts as taken by the commander' : undefined;
  return joined([`major incident since ${since}`, teamName(scene, holder), deemed]);
}

/** The handoff that could wait while it was commanded. */
export function packetTask(scene: Scene): Words | undefined {
  const packet = owed(scene, 'packet');
  return (
    packet && {
      title: 'Hand it off with what was done',
      detail: `owed since it was mitigated, ${byHere(scene, packet)}`,
    }
  );
}

/** What this viewer has to do while it is commanded. */
export function commandTask(scene: Scene): Words {
  const due = `to be resolved by ${timeText(scene, scene.reading.dueAt)}`;
  if (isCommander(scene)) {
    return { title: 'Lead it, and say when it is mitigated', detail: joined([due, 'the handoff can wait until then']) };
  }
  const { person } = scene.holder;
  if (person === undefined) return { title: 'A lead has to take command', detail: due };
  return { title: `Help where ${personName(scene, person)} asks you to`, detail: due };
}

const mitigated: ActionView = { act: 'mitigated', label: 'It is mitigated', emphasis: 'primary' };
const bridge = (emphasis: ActionView['emphasis']): ActionView => ({
  act: 'open bridge',
  label: 'Bridge',
  emphasis,
  asks: { field: 'bridge', label: 'Bridge', hint: 'The link or number of the call; both parties see it' },
});
const takeCommand: ActionView = { act: 'take command', label: 'Take command', emphasis: 'default' };

/** What may be pressed while it is commanded. */
export function commandActions(scene: Scene): ActionView[] {
  const { directory, state, person } = scene;
  const mayLead = person !== undefined && commanders({ directory, nextId: '' }, state).includes(person);
  const lead = mayLead && !isCommander(scene) ? [takeCommand] : [];
  if (isCommander(scene)) return [mitigated, bridge('default')];
  return [...lead, { ...mitigated, emphasis: 'default' }, bridge('subtle')];
}

const declare: ActionView = { act: 'declare major', label: 'Declare major incident', emphasis: 'subtle' };

/** Anybody of either party may declare a major incident, at any time. */
export const declareActions = (scene: Scene): ActionView[] =>
  mayAct(scene) && scene.state.status !== 'resolved' && !isCommanded(scene.state) ? [declare] : [];

const isAddress = (text: string): boolean => /^https:\/\/[^\s/]+(\/\S*)?$/.test(text);

/** Where everybody meets, while that is of use. */
export function bridgeView(scene: Scene): Pick<PanelView, 'bridge'> {
  const { state } = scene;
  const isOpen = isCommanded(state) || packetOwedSince(state) !== undefined;
  const text = isOpen ? textOf(scene, state.major?.bridge) : undefined;
  if (text === undefined) return {};
  return { bridge: { text, ...(isAddress(text) ? { link: text } : {}) } };
}
