import type { Priority } from '../agreement';
import type { Offered } from '../escalation';
import type { ChoiceView } from './formShape';
import type { Scene } from './scene';
import type { ActionView } from './view';
import { sentence } from './wording';

const priorities: readonly Priority[] = [1, 2, 3, 4];

/** A kind of work as it is sent and as it reads: 'incident 2', 'Incident, P2'. */
const kindOf = (workType: string, priority: Priority): ChoiceView => ({
  value: `${workType} ${priority}`,
  label: `${sentence(workType)}, P${priority}`,
});

/** The kinds of work that a ticket can be, as the agreement calls them. */
function kinds({ directory, state }: Scene): ChoiceView[] {
  const known = Object.values(directory.workTypes).flatMap(words => Object.values(words ?? {}));
  const workTypes = [...new Set([state.terms.workType, ...known])];
  return workTypes.flatMap(workType => priorities.map(priority => kindOf(workType, priority)));
}

const teamsOf = ({ directory }: Scene, { offer }: Offered): ChoiceView[] =>
  Object.entries(directory.teams)
    .filter(([, { party }]) => party === offer.to.party)
    .map(([value, { name }]) => ({ value, label: name }));

/** Its team has it then, and somebody of it has to take it. */
const acceptFor = (scene: Scene, state: Offered): ActionView => ({
  act: 'accept',
  label: 'Accept for the team',
  emphasis: 'primary',
  chooses: { label: 'Team', value: state.offer.to.team, choices: teamsOf(scene, state) },
});

const reclassify = (scene: Scene): ActionView => ({
  act: 'reclassify',
  label: 'Reclassify',
  emphasis: 'default',
  asks: {
    field: 'as',
    label: 'What it is',
    hint: 'What is promised follows. No clock begins anew.',
    value: kindOf(scene.state.terms.workType, scene.state.terms.priority).value,
    choices: kinds(scene),
  },
});

/** What whoever sorts an offer may do besides sending it back. */
export const sortingActions = (scene: Scene, state: Offered): readonly ActionView[] => [
  acceptFor(scene, state),
  reclassify(scene),
];

/** The kind of work that was chosen; undefined where it is none. */
export function readKind(value: string): { readonly workType: string; readonly priority: Priority } | undefined {
  const [workType = '', number = ''] = value.split(' ');
  const priority = priorities.find(one => String(one) === number);
  return workType === '' || priority === undefined ? undefined : { workType, priority };
}
