import type { VendorView } from './view';

/** The text for a vendor as it stands now: what is known of the ticket, then what was typed, each under its label. */
export function caseText({ head, tells }: VendorView, fields: Readonly<Record<string, string>>): string {
  const typed = tells.flatMap(({ name, label }) => {
    const text = fields[name]?.trim() ?? '';
    return text === '' ? [] : [`${label}: ${text}`];
  });
  return [...head, ...typed].join('\n');
}

/** An address that opens the person's own mail program with the text; nothing is sent by it. */
export function mailLink({ to, subject }: NonNullable<VendorView['mail']>, text: string): string {
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
