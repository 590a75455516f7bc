import type { AgreementDocument } from '../../agreement';
import type { Names } from './fieldText';

type Called = Readonly<Record<string, { readonly name: string }>>;

const called = (part: Called | undefined): ReadonlyMap<string, string> =>
  new Map(Object.entries(part ?? {}).map(([id, { name }]) => [id, name]));

/** The parts of a document that have names. */
type Named = Pick<AgreementDocument, 'teams' | 'people' | 'calendars'> & {
  readonly vendors?: AgreementDocument['vendors'] | undefined;
};

/** Teams by name and tier, people and vendors by name, calendars by the name they have. */
export function namesIn({ teams, people, calendars, vendors }: Named): Names {
  const tiered = new Map(Object.entries(teams).map(([id, { name, tier }]) => [id, `${name} (${tier})`]));
  const everybody = called(people);
  return {
    teams: tiered,
    people: everybody,
    calendars: new Map(Object.keys(calendars).map(id => [id, id])),
    vendors: called(vendors),
    actors: new Map([...tiered, ...everybody]),
  };
}
