import { deskLines, logReader } from '../../../log';
import {
  isFlaw,
  mappedColumns,
  readMapping,
  type LogHead,
  type Mapping,
  type MappingDocument,
} from '../../../src/replay';
import { instantText } from '../../../src/time';
import { Table } from './Table';

interface PreviewProps {
  readonly head: LogHead;
  readonly mapping: MappingDocument;
}

/** Lines that are shown as they will be read. */
const SHOWN = 5;

function readRows(head: LogHead, mapping: Mapping) {
  const { columns, rows, entries } = head;
  const read = logReader(mapping);
  if (entries) return deskLines(head, mapping).map((cells, index) => read(cells, index + 1));
  const places = mappedColumns(mapping).map(column => (column === undefined ? -1 : columns.indexOf(column)));
  return rows.map((row, index) =>
    read(
      places.map(place => row[place]),
      index + 2,
    ),
  );
}

/** How the first lines of the file are read with the mapping as it is, so that a wrong column or form is seen at once. */
export function Preview({ head, mapping: document }: PreviewProps) {
  const mapping = usable(document);
  if (!mapping)
    return <p className="baton-muted">Choose columns for ticket, when and status to see how lines are read.</p>;
  const read = readRows(head, mapping);
  const wrong = read.filter(isFlaw);
  const rows = read.flatMap(one => (isFlaw(one) ? [] : [one])).slice(0, SHOWN);
  return (
    <>
      <Table
        table={{
          title: 'As the first lines are read',
          says: '',
          head: ['Ticket', 'When (UTC)', 'Status', 'Team', 'Person', 'Priority'],
          rows: rows.map(line => {
            const { at, status = '', team = '', person = '', priority = '' } = line.event;
            return [line.case, instantText(at).slice(0, 16).replace('T', ' '), status, team, person, priority];
          }),
        }}
      />
      {wrong.length > 0 && (
        <p className="baton-warning">
          {wrong.length} of the first {read.length} lines cannot be read. Line {wrong[0]!.line}: {wrong[0]!.message}
        </p>
      )}
    </>
  );
}

function usable(document: MappingDocument): Mapping | undefined {
  try {
    return readMapping(document);
  } catch {
    return undefined;
  }
}
