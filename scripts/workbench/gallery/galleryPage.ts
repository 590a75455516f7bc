import { html, type Markup } from '../html';
import { page } from '../page';
import { pictures } from './panels';

/** The widths a panel is looked at: a sidebar and a whole screen, px. */
const widths = [300, 1280] as const;
const heights: Readonly<Record<number, number>> = { 300: 720, 1280: 460 };

const desks = { jira: 'Jira', freshservice: 'Freshservice' } as const;

/** Where a condition is drawn with the kit of a desk. */
const frameAddress = (frameOrigin: string, place: string, name: string): string =>
  `${frameOrigin}/frames/gallery/${place}/?picture=${encodeURIComponent(name)}`;

const frames = (frameOrigin: string, name: string, width: number): Markup[] =>
  Object.entries(desks).flatMap(([desk, title]) =>
    ['light', 'dark'].map(
      scheme =>
        html`<iframe
          class="${scheme}"
          width="${width}"
          height="${heights[width] ?? 0}"
          loading="lazy"
          title="${name} on ${title}, ${scheme}"
          src="${frameAddress(frameOrigin, `${scheme}/${desk}`, name)}"
        ></iframe>`,
    ),
  );

const links = (shown: number): Markup[] =>
  widths.map(width =>
    width === shown ? html`<strong>${width} px</strong> ` : html`<a href="/gallery?width=${width}">${width} px</a> `,
  );

/** Every named condition with both desks' own controls, light and dark, at one width. */
export function galleryPage(frameOrigin: string, asked: unknown): string {
  const width = widths.find(each => String(each) === asked) ?? widths[0];
  return page(
    'Every condition of the panel',
    html`<header>
        <p><a href="/">Workbench</a></p>
        <h1>Every condition of the panel</h1>
        <p>
          Drawn by the staged apps from what the core makes of a ledger; the stand-in answers nothing else. Show at
          ${links(width)}
        </p>
        <p>
          The settings on a sample agreement:
          <a href="${frameOrigin}/frames/gallery/light/settings/">light</a>,
          <a href="${frameOrigin}/frames/gallery/dark/settings/">dark</a>; a section by its name, as in #matrix
        </p>
      </header>
      <main class="gallery">
        ${Object.keys(pictures).map(
          name =>
            html`<section class="wide">
              <h2>${name}</h2>
              <div class="frames">${frames(frameOrigin, name, width)}</div>
            </section>`,
        )}
      </main>`,
  );
}
