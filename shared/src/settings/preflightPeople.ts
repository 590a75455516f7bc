import type { AgreementDocument, HoldingParty } from '../agreement';
import { DAY, readInstant } from '../time';
import { lostGroups } from './deskTeams';
import { called, checked, isThere, type PreflightCheck } from './preflightItem';

const sides: readonly HoldingParty[] = ['msp', 'client'];
const offices = ['lead', 'coordinator', 'approver'] as const;
/** A contact that nobody has confirmed for so long may be stale, ms. */
const STALE_AFTER = 31 * DAY;

/** Everybody an office of either party names. */
const officers = ({ parties }: AgreementDocument) =>
  sides.flatMap(party => offices.map(office => ({ party, office, person: parties[party][office] })));

/** Who speaks for each side. */
export const owners: PreflightCheck = document => {
  const missing = officers(document).flatMap(({ party, office, person }) => {
    const { name } = document.parties[party];
    if (person === '') return [`${name} has no ${office}. Name one.`];
    return isThere(document, person)
      ? []
      : [`${called(document.people, person)}, ${office} of ${name}, is not there any more. Name somebody else.`];
  });
  const [msp, client] = sides.map(party => document.parties[party].approver);
  const same = msp !== '' && msp === client ? ['Both sides have the same approver. Each needs its own.'] : [];
  return checked('Owners', 'people', [...missing, ...same], 'Both sides have a lead, a coordinator and an approver.');
};

/** Whose teams there are, with people in them. */
export const teams: PreflightCheck = (document, { view }) => {
  const none = sides.filter(side => !Object.values(document.teams).some(({ party }) => party === side));
  const empty = Object.entries(document.teams).filter(
    ([id]) =>
      !Object.entries(document.people).some(
        ([person, { teams: of = [] }]) => of.includes(id) && isThere(document, person),
      ),
  );
  const lost = view === undefined ? [] : lostGroups(document, view.desk, view.groups);
  return checked(
    'Teams',
    'teams',
    [
      ...none.map(side => `${document.parties[side].name} has no team. Choose one of the desk's groups.`),
      ...empty.map(([, { name }]) => `Nobody is in ${name}. Read its people from the desk, or take it out.`),
      ...lost.map(
        ({ name }) => `The group of ${name} was deleted on the desk. Choose another one for it, or take it out.`,
      ),
    ],
    `${Object.keys(document.teams).length} teams have people.`,
  );
};

/** Teams that are offered something; an offer nobody answers goes on to their backup. */
const receiving = ({ boundaries, matrix, teams: all }: AgreementDocument): readonly string[] => {
  const received = [...Object.values(boundaries), ...matrix].flatMap(({ receiver }) => receiver ?? []);
  return [...new Set(received)].filter(team => Object.hasOwn(all, team));
};

/** Whoever stands in. */
export const backups: PreflightCheck = document => {
  const alone = receiving(document).filter(team => {
    const { onDuty, backup, weekly = [] } = document.teams[team]?.roster ?? {};
    return weekly.length === 0 && (onDuty === undefined || backup === undefined);
  });
  const says = alone.map(
    team => `${called(document.teams, team)} has nobody who stands in. Name who is on duty and a backup.`,
  );
  return checked('Backups', 'people', says, 'Every team that receives has somebody on duty and a backup.');
};

const isFresh = (confirmed: string | undefined, now: number): boolean => {
  const since = confirmed === undefined ? undefined : readInstant(`${confirmed}T00:00:00Z`);
  return since !== undefined && now - since <= STALE_AFTER;
};

/** Whether whoever may be called can be. */
export const contacts: PreflightCheck = (document, { now }) => {
  const duty = Object.values(document.teams).flatMap(({ roster: { onDuty, backup } = {} }) => [
    onDuty ?? '',
    backup ?? '',
  ]);
  const mayBeCalled = [...new Set([...officers(document).map(({ person }) => person), ...duty])].filter(id =>
    isThere(document, id),
  );
  const contactsOf = (id: string) => document.people[id]?.contacts ?? [];
  const none = mayBeCalled.filter(id => contactsOf(id).length === 0);
  const stale = mayBeCalled.filter(
    id => contactsOf(id).length > 0 && !contactsOf(id).some(({ confirmed }) => isFresh(confirmed, now)),
  );
  const names = (ids: readonly string[]): string => ids.map(id => called(document.people, id)).join(', ');
  return checked(
    'Contacts',
    'people',
    [
      ...(none.length > 0 ? [`No contact is known of: ${names(none)}. Enter one.`] : []),
      ...(stale.length > 0 ? [`Not confirmed within a month: ${names(stale)}. Ask them, then confirm.`] : []),
    ],
    'Everybody who may be called has a confirmed contact.',
  );
};
