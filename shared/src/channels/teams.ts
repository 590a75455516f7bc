import type { Card } from '../panel';

/** Text that an Adaptive Card's Markdown does not read as markup. */
const plain = (text: string): string => text.replace(/([\\`*_[\]<>#])/g, '\\$1');

/** A message for a Teams workflow (“When a webhook request is received”): one Adaptive Card. */
export function teamsBody({ title, text, lines, link, open }: Card): object {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: plain(`${title}: ${text}`),
    body: [
      { type: 'TextBlock', text: plain(title), weight: 'Bolder', size: 'Medium', wrap: true },
      { type: 'TextBlock', text: plain(text), wrap: true },
      { type: 'FactSet', facts: lines.map(({ label, value }) => ({ title: label, value: plain(value) })) },
    ],
    actions: [{ type: 'Action.OpenUrl', title: open, url: link.url }],
    msteams: { width: 'Full' },
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}
