import type { Card } from '../panel';
import { cut } from './cut';

/** What Slack's mrkdwn would read as markup. */
const plain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** As many fields as a section may have, and characters as a text may; a button's label and address. */
const FIELDS = 10;
const HEADER = 150;
const SECTION = 3_000;
/** Slack takes 2,000, but of all blocks together, as people have found, no more than some 13,000. */
const FIELD = 800;
const LABEL = 75;

const button = (action_id: string, label: string, url: string) =>
  ({
    ...({ type: 'button', action_id, url } as const),
    text: { type: 'plain_text', text: cut(label, LABEL), emoji: false },
  }) as const;

/** A message of Slack's incoming webhooks in Block Kit; `text` is what notifications and old clients show. */
export function slackBody({ title, text, lines, link, open, bridge }: Card) {
  const fields = lines
    .slice(0, FIELDS)
    .map(({ label, value }) => ({ type: 'mrkdwn' as const, text: cut(`*${plain(label)}*\n${plain(value)}`, FIELD) }));
  const calls = bridge === undefined ? [] : [button('bridge', 'Join the call', bridge)];
  return {
    text: cut(plain(`${title}: ${text}`), SECTION),
    blocks: [
      { type: 'header' as const, text: { type: 'plain_text' as const, text: cut(title, HEADER), emoji: false } },
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text: cut(plain(text), SECTION) } },
      { type: 'section' as const, fields },
      { type: 'actions' as const, elements: [button('open', open, link.url), ...calls] },
    ],
  };
}
