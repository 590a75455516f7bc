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

const moving = ({ at, by, reason }: VersionFact): Pick<Activation, 'open' | 'moving'> => ({
  open: 'move',
  moving: { at, by, reason },
});

type Enforcing = Extract<VersionFact, { readonly open: unknown }>;

/** Counts from an instant, and with it what was chosen for what is open. */
const counting = (fact: Enforcing, from: number): Activation => ({
  ...{ version: fact.version, from },
  ...(fact.open === 'move' ? moving(fact) : { open: fact.open }),
});

/** What is open goes on under the version that counts. */
function openMoved(state: Versions, fact: VersionFact): Evolved {
  const active = activeAt(state, fact.at);
  const activations = state.activations.map(each => (each === active ? { ...each, ...moving(fact) } : each));
  return { ...state, activations };
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

/** What each kind of fact does. */
const evolvers: {
  readonly [T in VersionFact['type']]: (state: Versions, fact: Extract<VersionFact, { type: T }>) => Evolved;
} = {
  Drafted: drafted,
  Adopted: adopted,
  Approved: approved,
  Activated: (state, fact) => activated(state, counting(fact, fact.from)),
  RolledBack: (state, fact) => activated(withoutLater(state, fact.at), counting(fact, fact.at)),
  OpenMoved: openMoved,
  Proposed: (state, { version }) => changed(state, version, { stage: 'proposed', approvals: [] }),
  SentBack: (state, { version }) => changed(state, version, { stage: 'draft', approvals: [] }),
};

const evolved = (state: Versions, fact: VersionFact): Evolved =>
  (evolvers[fact.type] as (state: Versions, fact: VersionFact) => Evolved)(state, fact);

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
