import type { ActionView, PanelView } from '../../shared/src/panel/view';
import { heldByYou, offeredToYou, panels } from '../panel/fixtures';
import { drawn, textOf } from './drawn';

const isBefore = (text: string, first: string, second: string): boolean =>
  text.includes(first) && text.indexOf(first) < text.indexOf(second);

describe.each(Object.entries<PanelView>(panels))('a panel: %s', (_name, view) => {
  const html = drawn({ view });
  const text = textOf(html);

  it('says who holds it before it says what to do', () => {
    expect(isBefore(text, view.headline, view.task.title)).toBe(true);
  });

  it('has a button for every act and no other, but for the timeline', () => {
    const buttons = [...html.matchAll(/<button[^>]*>([^<]*)/g)].map(([, label]) => label);
    const acts = view.task.actions.map(({ label }: ActionView) => label);
    expect(buttons.filter(label => !label?.startsWith('Timeline'))).toEqual(acts);
  });

  it('says every state in text', () => {
    for (const { text: lozenge } of view.lozenges) expect(text).toContain(lozenge);
  });
});

it('describes the bar to people who do not see it', () => {
  expect(drawn({ view: heldByYou })).toContain(`role="img" aria-label="${heldByYou.bar?.label}"`);
});

it('shows the next required action and its deadline before the clock of the ticket to whom it is offered', () => {
  const text = textOf(drawn({ view: offeredToYou }));
  expect(isBefore(text, 'Next required action', 'Resolve by')).toBe(true);
});

it('keeps the timeline closed and says how long it is', () => {
  const html = drawn({ view: heldByYou });
  expect(html).toMatch(/aria-expanded="false"[^>]*>Timeline \(3\)/);
  expect(html).not.toContain('<time');
});

it('counts on from the moment the view arrived', () => {
  const view = { ...heldByYou, deadline: { ...heldByYou.deadline!, countdown: { ...heldByYou.deadline!.countdown } } };
  expect(textOf(drawn({ view, viewedAt: -60_000 }))).toContain('1 h 23 min of 4 h left');
});

it('counts on in a state that is counted, also past its end', () => {
  const after = (minutes: number): string => textOf(drawn({ view: offeredToYou, viewedAt: 0 }, minutes * 60_000));
  expect(after(0)).toContain('OFFERED TO YOU · 12 min to answer');
  expect(after(10)).toContain('OFFERED TO YOU · 2 min to answer');
  expect(after(20)).toContain('OFFERED TO YOU · 7 min late');
});

it('says until when before what to do, except to whom it is offered', () => {
  expect(isBefore(textOf(drawn({ view: heldByYou })), 'Resolve by', heldByYou.task.title)).toBe(true);
  expect(isBefore(textOf(drawn({ view: offeredToYou })), offeredToYou.task.title, 'Resolve by')).toBe(true);
});

it('shows where things will be until the first answer', () => {
  expect(drawn({})).toContain('role="status" aria-label="Baton is loading"');
});

it('says what to do when nothing can be reached', () => {
  const problem = {
    kind: 'unreachable',
    sentence: 'Baton cannot be reached just now',
    remedy: 'Nothing you typed is lost.',
    lost: { type: 'view' },
  } as const;
  expect(textOf(drawn({ problem }))).toContain('Baton cannot be reached just now Nothing you typed is lost. Try again');
});
