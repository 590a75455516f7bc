import { useState } from 'react';
import {
  lostGroups,
  suggestPlace,
  teamOf,
  withFirstLine,
  withGroup,
  withoutGroup,
  withoutTeamNamed,
  type DeskGroup,
  type PlaceSuggestion,
} from '../../../src/settings';
import type { AgreementDocument } from '../../../src/agreement';
import { useKit } from '../../kit';
import { GroupPlace } from './GroupPlace';
import { sideNames, type SetupProps } from './setupProps';
import { TypedTeam } from './TypedTeam';

interface Suggested {
  readonly group: DeskGroup;
  readonly suggestion: PlaceSuggestion | undefined;
}

/** Which of the desk's groups are teams of whom. */
export function Teams(props: SetupProps) {
  const { draft, known, isFirst, isEditable, onChange } = props;
  const { Button, Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  const { view } = known;
  const change = (document: AgreementDocument): void => {
    if (isEditable) onChange(isFirst ? withFirstLine(document) : document);
  };
  const names = sideNames(draft);
  const all: readonly Suggested[] = (view?.groups ?? []).map(group => ({
    group,
    suggestion: suggestPlace(group.name, names),
  }));
  const isMapped = ({ group }: Suggested): boolean => teamOf(draft, props.view.desk, group.id) !== undefined;
  const likely = all.filter(each => isMapped(each) || each.suggestion);
  const others = all.filter(each => !likely.includes(each));
  const open = likely.filter(each => !isMapped(each) && each.suggestion?.party);
  const takeAll = (): void =>
    change(
      open.reduce((document, { group, suggestion }) => {
        const { party = 'client', tier = 'L2' } = suggestion ?? {};
        return withGroup(document, props.view.desk, group, { party, tier });
      }, draft),
    );
  const rows = (each: readonly Suggested[]) =>
    each.map(({ group, suggestion }) => (
      <GroupPlace
        key={group.id}
        {...{ group, suggestion, draft, names, desk: props.view.desk }}
        onPlace={place => change(withGroup(draft, props.view.desk, group, place))}
        onRemove={() => change(withoutGroup(draft, props.view.desk, group.id))}
      />
    ));
  return (
    <div className="baton-fields">
      <p className="baton-muted">
        Say which groups of the desk are teams that hand work to each other. What Baton suggests comes from their names
        only.
      </p>
      <Lost {...props} onChange={change} />
      {open.length > 0 && (
        <div className="baton-actions">
          <Button label={`Take all ${open.length} suggestions`} emphasis="default" onPress={takeAll} />
        </div>
      )}
      <div className="baton-groups">{rows(likely)}</div>
      {others.length > 0 && (
        <Disclosure label={`${others.length} other groups`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <div className="baton-groups">{rows(others)}</div>
        </Disclosure>
      )}
      <TypedTeam {...{ draft, names }} onChange={change} />
    </div>
  );
}

/** Teams whose group is gone from the desk. */
function Lost({ draft, known: { view }, onChange }: Pick<SetupProps, 'draft' | 'known' | 'onChange'>) {
  const { Banner, Button } = useKit();
  const lost = view ? lostGroups(draft, view.desk, view.groups) : [];
  if (!view || view.notTold.length > 0) return null;
  return (
    <>
      {lost.map(({ team, name, group }) => (
        <Banner key={team} tone="warning" title={`The group of ${name} is no longer on the desk`}>
          <p>Its tickets cannot be routed to it any more. Choose another group below, or take the team out.</p>
          <div className="baton-actions">
            <Button
              label={`Take ${name} out`}
              emphasis="default"
              onPress={() => onChange(withoutTeamNamed(draft, team))}
            />
            <Button
              label="Keep it without that group"
              emphasis="subtle"
              onPress={() => onChange(withoutLost(draft, view.desk, team, group))}
            />
          </div>
        </Banner>
      ))}
    </>
  );
}

const keys = { jira: 'jiraGroups', freshservice: 'freshserviceGroups' } as const;

function withoutLost(
  draft: AgreementDocument,
  desk: 'jira' | 'freshservice',
  team: string,
  group: string,
): AgreementDocument {
  const before = draft.teams[team]!;
  const left = (before[keys[desk]] ?? []).filter(each => String(each) !== group);
  return { ...draft, teams: { ...draft.teams, [team]: { ...before, [keys[desk]]: left } } };
}
