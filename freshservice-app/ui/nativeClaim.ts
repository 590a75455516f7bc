import type { PanelAnswer, PanelAsk } from '@baton/shared/ui';
import type { FdkClient } from './fdkClient';

type View = PanelAnswer['view'];

const PATIENCE = 4000;

/**
 * Before an acceptance is sent, the page itself puts the ticket under the person's name: in their own session, so that
 * the desk's history shows them and not the app. The server does it where this fails.
 */
export function nativeClaim(client: FdkClient): {
  readonly seen: (view: View) => void;
  readonly before: (ask: PanelAsk) => Promise<void>;
} {
  let claim: NonNullable<View>['nativeClaim'];
  return {
    seen: view => {
      if (view) claim = view.nativeClaim;
    },
    before: ask => (isTaking(ask) && claim ? inTime(put(client, claim)) : Promise.resolve()),
  };
}

/** With another deadline the server looks at it first: a claim beforehand would accept the one that was asked. */
const isTaking = (ask: PanelAsk): boolean =>
  ask.type === 'accept as it is' || (ask.type === 'accept' && ask.deadline === undefined);

async function put(client: FdkClient, { group, agent }: NonNullable<NonNullable<View>['nativeClaim']>): Promise<void> {
  if (group) await client.interface.trigger('setValue', { id: 'group', value: group });
  if (agent) await client.interface.trigger('setValue', { id: 'agent', value: agent });
  await client.interface.trigger('click', { id: 'updateProperties' });
}

const inTime = (work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>(resolve => setTimeout(resolve, PATIENCE))]);
