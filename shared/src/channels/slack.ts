import type { Card } from '../panel';

/** What Slack's mrkdwn would read as markup. */
const plain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** As many fields as a section may have, and characters as a text may. */
const FIELDS = 10;
const HEADER = 150;
const SECTION = 3_000;
const FIELD = 2_000;

/** A message of Slack's incoming webhooks in Block Kit; `text` is what notifications and old clients show. */
export function slackBody({ title, text, lines, link, open }: Card): object {
  return {
    text: cut(plain(`${title}: ${text}`), SECTION),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, HEADER), emoji: false } },
      { type: 'section', text: { type: 'mrkdwn', text: cut(plain(text), SECTION) } },
      {
        type: 'section',
        fields: lines
          .slice(0, FIELDS)
          .map(({ label, value }) => ({ type: 'mrkdwn', text: cut(`*${plain(label)}*\n${plain(value)}`, FIELD) })),
      },
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'open', text: { type: 'plain_text', text: open, emoji: false }, url: link.url },
        ],
      },
    ],
  };
}
