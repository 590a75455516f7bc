import type { Card } from '../panel';
import { cut } from './cut';

/** Text that an Adaptive Card's Markdown does not read as markup. */
const plain = (text: string): string => text.replace(/([\\`*_[\]<>#])/g, '\\$1');

/** A Teams workflow takes 28 KB in all; these keep far below that in any script. */
const TEXT = 2_000;
const FACTS = 10;
const VALUE = 400;

/** A message for a Teams workflow (“When a webhook request is received”): one Adaptive Card. */
export function teamsBody({ title, text, lines, link, open, bridge }: Card): object {
  const calls = bridge === undefined ? [] : [{ type: 'Action.OpenUrl', title: 'Join the call', url: bridge }];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: plain(cut(`${title}: ${text}`, VALUE)),
    body: [
      { type: 'TextBlock', text: plain(cut(title, VALUE)), weight: 'Bolder', size: 'Medium', wrap: true },
      { type: 'TextBlock', text: plain(cut(text, TEXT)), wrap: true },
      {
        type: 'FactSet',
        facts: lines.slice(0, FACTS).map(({ label, value }) => ({ title: label, value: plain(cut(value, VALUE)) })),
      },
    ],
    actions: [{ type: 'Action.OpenUrl', title: open, url: link.url }, ...calls],
    msteams: { width: 'Full' },
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}
