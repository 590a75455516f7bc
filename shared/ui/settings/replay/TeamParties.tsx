import type { Agreed, LogHead, MappingDocument } from '../../../src/replay';
import { seenIn } from '../../../src/replay';
import { useKit } from '../../kit';

interface TeamPartiesProps {
  readonly head: LogHead;
  readonly mapping: MappingDocument;
  /** What already says whose some teams are. */
  readonly agreed: Pick<Agreed, 'homeOf'> | undefined;
  readonly onChange: (mapping: MappingDocument) => void;
}

type Parties = Readonly<Record<'client' | 'msp', readonly string[]>>;

/** As many as somebody goes through; the others stand in the mapping as a file. */
const SHOWN = 30;

const CHOICES = [
  { value: '', label: 'Not known' },
  { value: 'client', label: 'Client IT' },
  { value: 'msp', label: 'MSP' },
];

/** Whose each team is that the agreement does not name. */
export function TeamParties({ head, mapping, agreed, onChange }: TeamPartiesProps) {
  const { Select } = useKit();
  const parties = { client: [], msp: [], ...(Object(mapping['parties']) as Partial<Parties>) };
  const missing = Array.isArray(mapping['missing']) ? (mapping['missing'] as string[]) : [];
  const teams = seenIn(head, mapping['team'], missing).filter(team => agreed?.homeOf(team) === undefined);
  if (teams.length === 0) return null;
  const partyOf = (team: string): string =>
    (['client', 'msp'] as const).find(party => parties[party].includes(team)) ?? '';
  const set = (team: string, value: string): void => {
    const kept = (party: 'client' | 'msp'): string[] => [
      ...parties[party].filter(other => other !== team),
      ...(value === party ? [team] : []),
    ];
    onChange({ ...mapping, parties: { client: kept('client'), msp: kept('msp') } });
  };
  return (
    <fieldset className="baton-group">
      <legend className="baton-strong">Whose each team is</legend>
      <p className="baton-muted">
        {agreed ? 'Teams that the agreement does not name.' : 'Without it the report says nothing of the boundary.'}
      </p>
      <div className="baton-grid">
        {teams.slice(0, SHOWN).map((team, index) => (
          <Select
            key={team}
            name={`team-${index}`}
            label={team}
            value={partyOf(team)}
            choices={CHOICES}
            onChange={value => set(team, value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
