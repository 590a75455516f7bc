import type { AgreementDocument } from '../../../src/agreement';
import { teamOf, type DeskGroup, type PlaceSuggestion, type TeamPlace, type Tier } from '../../../src/settings';
import { useKit } from '../../kit';

interface GroupPlaceProps {
  readonly group: DeskGroup;
  readonly suggestion: PlaceSuggestion | undefined;
  readonly draft: AgreementDocument;
  readonly names: Readonly<Record<'msp' | 'client', string>>;
  readonly desk: 'jira' | 'freshservice';
  readonly onPlace: (place: TeamPlace) => void;
  readonly onRemove: () => void;
}

/** The tiers a team can be, in the order of escalation. */
export const tierChoices = [
  { value: 'L1', label: 'L1: first line' },
  { value: 'L2', label: 'L2: specialists' },
  { value: 'L3', label: 'L3: experts' },
  { value: 'vendor', label: 'Vendor' },
] as const;

/** What a list calls the sides. */
export const sideChoices = (names: GroupPlaceProps['names']) =>
  [
    { value: 'client', label: names.client },
    { value: 'msp', label: names.msp },
  ] as const;

const asSide = (value: string): 'msp' | 'client' => (value === 'msp' ? 'msp' : 'client');

/** Whose team one group is, and of which tier. */
export function GroupPlace(props: GroupPlaceProps) {
  const { group, suggestion, draft, names, desk, onPlace, onRemove } = props;
  const { Select } = useKit();
  const team = draft.teams[teamOf(draft, desk, group.id) ?? ''];
  const { party, tier } = team ?? { party: '', tier: suggestion?.tier ?? 'L2' };
  return (
    <fieldset className="baton-group">
      <legend>{group.name}</legend>
      <div className="baton-pair">
        <Select
          name={`group-${group.id}`}
          label="Whose team"
          value={party}
          choices={[{ value: '', label: 'Not in Baton' }, ...sideChoices(names)]}
          hint={team ? undefined : suggested(suggestion, names)}
          onChange={value => (value === '' ? onRemove() : onPlace({ party: asSide(value), tier }))}
        />
        {team && (
          <TierSelect
            group={group}
            tier={team.tier}
            onChange={chosen => onPlace({ party: team.party, tier: chosen })}
          />
        )}
      </div>
    </fieldset>
  );
}

interface TierSelectProps {
  readonly group: DeskGroup;
  readonly tier: Tier;
  readonly onChange: (tier: Tier) => void;
}

function TierSelect({ group, tier, onChange }: TierSelectProps) {
  const { Select } = useKit();
  return (
    <Select
      name={`tier-${group.id}`}
      label="Tier"
      value={tier}
      choices={tierChoices}
      onChange={value => onChange(value as Tier)}
    />
  );
}

function suggested(suggestion: PlaceSuggestion | undefined, names: GroupPlaceProps['names']): string | undefined {
  if (!suggestion) return undefined;
  const { party, tier, because } = suggestion;
  return party
    ? `Perhaps ${names[party]}, ${tier}: ${because}.`
    : `Perhaps ${tier}: ${because}. Whose it is, its name does not say.`;
}
