import { noVersions, type Activation, type Version, type VersionFact, type Versions } from './facts';

type Evolved = Pick<Versions, 'versions' | 'activations'>;

const changed = (state: Versions, number: number, change: Partial<Version>): Evolved => ({
  ...state,
  versions: state.versions.map(version => (version.number === number ? { ...version, ...change } : version)),
});

/** A draft that is written again is another text: whatever was said to the old one counts no more. */
function drafted(state: Versions, fact: Extract<VersionFact, { type: 'Drafted' | 'Adopted' }>): Evolved {
  const { version: number, content, by } = fact;
  const version: Version = { number, stage: 'draft', content, draftedBy: by, approvals: [] };
  const others = state.versions.filter(other => other.number !== number);
  return { ...state, versions: [...others, version] };
}

function approved(state: Versions, { version: number, by }: Extract<VersionFact, { type: 'Approved' }>): Evolved {
  const approvals = [...(versionOf(state, number)?.approvals ?? []), by];
  return changed(state, number, { approvals, stage: approvals.length === 2 ? 'approved' : 'proposed' });
}

const activated = (state: Versions, activation: Activation): Evolved => ({
  ...state,
  activations: [...state.activations, activation].sort((one, other) => one.from - other.from),
});

function adopted(state: Versions, fact: Extract<VersionFact, { type: 'Adopted' }>): Evolved {
  const { version, at } = fact;
  const agreed = changed({ ...state, ...drafted(state, fact) }, version, { stage: 'approved' });
  return activated({ ...state, ...agreed }, { version, from: at, open: 'keep' });
}

const withoutLater = (state: Versions, at: number): Versions => ({
  ...state,
  activations: state.activations.filter(({ from }) => from <= at),
});

function evolved(state: Versions, fact: VersionFact): Evolved {
  const { version, at } = fact;
  if (fact.type === 'Drafted') return drafted(state, fact);
  if (fact.type === 'Adopted') return adopted(state, fact);
  if (fact.type === 'Approved') return approved(state, fact);
  if (fact.type === 'Activated') return activated(state, { version, from: fact.from, open: fact.open });
  if (fact.type === 'RolledBack') return activated(withoutLater(state, at), { version, from: at, open: fact.open });
  return changed(state, version, { stage: fact.type === 'Proposed' ? 'proposed' : 'draft', approvals: [] });
}

/** The versions after one more fact. */
export const evolveVersions = (state: Versions, fact: VersionFact): Versions => ({
  ...evolved(state, fact),
  revision: state.revision + 1,
});

/** The versions that a list of facts makes. */
export const versionsOf = (facts: readonly VersionFact[]): Versions => facts.reduce(evolveVersions, noVersions);

/** A version by its number. */
export const versionOf = ({ versions }: Versions, number: number): Version | undefined =>
  versions.find(version => version.number === number);

/** Which version counts at an instant (epoch ms), and since when; undefined before the first one does. */
export const activeAt = ({ activations }: Versions, at: number): Activation | undefined =>
  activations.filter(({ from }) => from <= at).at(-1);

/** What people call it at an instant: an approved version that another one took the place of is retired. */
export function stageAt(
  state: Versions,
  number: number,
  at: number,
): Version['stage'] | 'active' | 'retired' | undefined {
  if (activeAt(state, at)?.version === number) return 'active';
  const wasActive = state.activations.some(({ version, from }) => version === number && from <= at);
  return wasActive ? 'retired' : versionOf(state, number)?.stage;
}
