import type { ForgeHost } from '../forge/forgeHost';
import { InvocationFailed } from '../forge/invocationFailed';
import { modulesOf, type AppModule } from '../forge/manifest';
import type { Status } from './model/site';
import type { WorkItem } from './model/workItems';

/** A validator did not let a transition pass; says what the page shows. */
export class HeldUp extends Error {}

/** The space's workflow. An administrator puts a validator on each transition by hand, and takes it off by hand. */
export interface Workflow {
  /** Names of the statuses whose transitions carry the app's validators. */
  readonly validated: Set<string>;
  /** Module keys of the app's validators, and the app they are of. */
  readonly modules: readonly string[];
  readonly appId: string;
  /** What stays of the app's validators once the app is uninstalled: rules nobody answers for. */
  abandon(): void;
  /** Lets the app's validators look at a transition. @throws HeldUp where one does not let it pass */
  validate(item: WorkItem, to: Status): Promise<void>;
}

interface Verdict {
  readonly result?: unknown;
  readonly errorMessage?: unknown;
}

/** What Jira shows where the app gave no words of its own. */
const wordless = ({ errorMessage }: AppModule): string =>
  typeof errorMessage === 'string' ? errorMessage : 'A validator of this workflow did not let the transition pass.';

/** Everything but a clear yes keeps the transition from happening: an error, a time-out, an app that is gone. */
async function verdictOf(host: ForgeHost, module: AppModule, item: WorkItem, to: Status): Promise<Verdict> {
  const transition = { from: { id: item.status }, to: { id: to.id }, modifiedFields: {} };
  try {
    return ((await host.validate(module, { issue: { key: item.key }, configuration: {}, transition })) ??
      {}) as Verdict;
  } catch (cause) {
    if (cause instanceof InvocationFailed) return {};
    throw cause;
  }
}

export function workflow(host: ForgeHost, validated: readonly string[]): Workflow {
  const validators = modulesOf(host.manifest, 'jira:workflowValidator');
  const onTransitions = new Set(validated);
  let isAbandoned = false;
  const pass = async (module: AppModule, item: WorkItem, to: Status): Promise<void> => {
    const { result, errorMessage } = isAbandoned ? {} : await verdictOf(host, module, item, to);
    if (result === true) return;
    throw new HeldUp(typeof errorMessage === 'string' ? errorMessage : wordless(module));
  };
  return {
    validated: onTransitions,
    modules: validators.map(({ key }) => key),
    appId: host.manifest.appId,
    abandon: () => void (isAbandoned = true),
    validate: async (item, to) => {
      if (!onTransitions.has(to.name)) return;
      for (const module of validators) await pass(module, item, to);
    },
  };
}
