import type { AgreementDocument } from '../agreement';
import { nameFor } from './nameFor';

/** A channel as the agreement writes it. */
export type ChannelDocument = NonNullable<AgreementDocument['channels']>[string];
export type ChannelKind = ChannelDocument['kind'];

/** What each kind is called, and what has to be entered for it. */
export const channelWords: Readonly<
  Record<ChannelKind, { readonly name: string; readonly address?: string; readonly key?: string }>
> = {
  slack: { name: 'Slack', address: 'Incoming webhook of Slack' },
  teams: { name: 'Microsoft Teams', address: 'Workflow of Teams: “When a webhook request is received”' },
  pagerduty: { name: 'PagerDuty', key: 'Routing key of an Events API v2 integration' },
  webhook: { name: 'Signed webhook', address: 'Address', key: 'Signing key (whsec_…)' },
  desk: { name: 'The desk’s own e-mail' },
};

type Side = 'msp' | 'client';

/** The agreement with one more channel, on which a side hears of what concerns it, after those it has. */
export function withChannel(
  document: AgreementDocument,
  kind: ChannelKind,
  name: string,
  side: Side,
): AgreementDocument {
  const { channels = {}, parties } = document;
  const id = nameFor(name, channels);
  const party = parties[side];
  const notify = [...(party.notify ?? []), id].slice(0, 5);
  return {
    ...document,
    channels: { ...channels, [id]: { kind, name: name.slice(0, 120) } },
    parties: { ...parties, [side]: { ...party, notify } },
  };
}

/** The agreement without a channel, wherever it was named. */
export function withoutChannel(document: AgreementDocument, id: string): AgreementDocument {
  const without = <Told extends { notify?: string[] | undefined }>(told: Told): Told =>
    told.notify?.includes(id) ? { ...told, notify: told.notify.filter(each => each !== id) } : told;
  const { channels = {}, parties, people } = document;
  return {
    ...document,
    channels: Object.fromEntries(Object.entries(channels).filter(([each]) => each !== id)),
    parties: { msp: without(parties.msp), client: without(parties.client) },
    people: Object.fromEntries(Object.entries(people).map(([person, told]) => [person, without(told)])),
  };
}
