import type { CellNotes } from '../agreement';
import { personName, type Reader } from './reader';
import type { Scene } from './scene';
import type { AgreedView } from './view';
import { listText } from './wording';

/** A person, a party or a team by its id: a matrix of responsibilities may name any. */
function anyoneName(reader: Reader, id: string): string {
  const { parties, teams } = reader.directory;
  if (id === 'msp' || id === 'client') return parties[id].name;
  return (Object.hasOwn(teams, id) ? teams[id]?.name : undefined) ?? personName(reader, id);
}

const namesOf = (reader: Reader, ids: readonly string[]): string => listText(ids.map(id => anyoneName(reader, id)));

function responsibilities(reader: Reader, { raci }: CellNotes): AgreedView['lines'] {
  if (!raci) return [];
  const { responsible, accountable, consulted, informed } = raci;
  const roles = { Responsible: responsible, Accountable: [accountable], Consulted: consulted, Informed: informed };
  return Object.entries(roles).flatMap(([label, ids]) =>
    ids.length === 0 ? [] : [{ label, text: namesOf(reader, ids) }],
  );
}

const flags = ({ inputs, risk, boardReportable }: CellNotes): AgreedView['lines'] => [
  ...(inputs === undefined ? [] : [{ label: 'Needed at intake', text: inputs.join(', ') }]),
  ...(risk === undefined ? [] : [{ label: 'Risk', text: risk }]),
  ...(boardReportable === undefined ? [] : [{ label: 'Board', text: 'Goes into the report to the board' }]),
];

/** What the agreement says of such a ticket beside its promises; nothing where it says nothing. */
export function agreed(scene: Scene): { readonly agreed?: AgreedView } {
  const { notes } = scene.state.terms;
  if (!notes) return {};
  const authority = Object.entries(notes.authority ?? {}).map(([level, text]) => ({
    label: `${anyoneName(scene, level)} may decide alone`,
    text,
  }));
  const lines = [...flags(notes), ...authority, ...responsibilities(scene, notes)];
  return { agreed: { ...(notes.runbook === undefined ? {} : { runbook: notes.runbook }), lines } };
}
