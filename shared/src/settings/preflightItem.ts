import type { AgreementDocument } from '../agreement';
import type { DeskPerson, DeskView } from './deskView';

/** Where in the setup something is put right. */
export type SetupPlace = 'sides' | 'teams' | 'people' | 'hours' | 'channels' | 'matrix' | 'about';

/** One line of the list that is gone through before an agreement counts. */
export interface PreflightItem {
  readonly title: string;
  readonly state: 'fine' | 'to do' | 'cannot be known here';
  /** What was found, one sentence each. */
  readonly says: readonly string[];
  readonly place: SetupPlace;
}

/** What the desk told, as far as it was asked. */
export interface PreflightTold {
  readonly view?: DeskView;
  /** People of the mapped groups. */
  readonly people?: readonly DeskPerson[];
  /** Channels and sources whose address or key was entered, by their ids. */
  readonly entered?: ReadonlySet<string>;
  /** Epoch ms. */
  readonly now: number;
}

/** Looks at one thing. */
export type PreflightCheck = (document: AgreementDocument, told: PreflightTold) => PreflightItem;

/** Fine with its sentence, or what is wrong. */
export const checked = (title: string, place: SetupPlace, wrong: readonly string[], fine: string): PreflightItem =>
  wrong.length > 0 ? { title, place, state: 'to do', says: wrong } : { title, place, state: 'fine', says: [fine] };

/** What only the desk, or a person, can tell. */
export const notKnown = (title: string, place: SetupPlace, why: string): PreflightItem => ({
  ...{ title, place, state: 'cannot be known here' },
  says: [why],
});

/** What something is called, or else its id. */
export const called = <Value extends { readonly name: string }>(
  all: Readonly<Record<string, Value>>,
  id: string,
): string => (Object.hasOwn(all, id) ? all[id]!.name : `“${id}”`);

/** Whether somebody is in the agreement and has not left. */
export const isThere = ({ people }: AgreementDocument, id: string): boolean =>
  Object.hasOwn(people, id) && people[id]?.active !== false;
