import { at, entriesOf, textOf } from './json';
import { rule, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

interface Page {
  readonly place: string;
  readonly url: string;
  readonly icon: string;
}

/** M10 and M11: every place shows an existing page under an icon of the right size. */
export const pageRules: readonly Rule[] = [
  rule('M10', 'manifest.json', app =>
    pagesOf(app)
      .filter(({ url }) => url === '' || !app.has(`app/${url}`))
      .map(({ place, url }) => `Template file of ${place} not found: app/${url}`),
  ),
  rule('M11', 'manifest.json', app =>
    pagesOf(app)
      .filter(({ place, icon }) => !isFine(app, icon) && !(icon === '' && place.endsWith('_background')))
      .map(({ place, icon }) => `The icon of ${place} (app/${icon}) must exist and be 64x64`),
  ),
];

function pagesOf({ modules }: StagedApp): Page[] {
  return modules.flatMap(([, content]) =>
    entriesOf(at(content, 'location')).map(([place, page]) => ({
      place,
      url: textOf(at(page, 'url')),
      icon: textOf(at(page, 'icon')),
    })),
  );
}

function isFine(app: StagedApp, icon: string): boolean {
  if (icon === '' || !app.has(`app/${icon}`)) return false;
  const size = icon.endsWith('.svg') ? svgSize(app.text(`app/${icon}`)) : pngSize(app.bytes(`app/${icon}`));
  return size.every(side => side === 64);
}

function svgSize(text: string): number[] {
  const tag = /<svg[^>]*>/.exec(text)?.[0] ?? '';
  return ['width', 'height'].map(side => Number(new RegExp(`\\s${side}="(\\d+)"`).exec(tag)?.[1]));
}

/** The sides stand in the header of a PNG, right after its signature. */
function pngSize(bytes: Buffer): number[] {
  return bytes.length < 24 ? [0] : [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
