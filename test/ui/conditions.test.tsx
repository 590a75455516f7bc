import type { ActionView, PanelView } from '../../shared/src/panel/view';
import { heldByOthers, heldByYou, offeredToYou, panels } from '../../scripts/workbench/gallery/panels';
import { drawn, textOf } from './drawn';

const isBefore = (text: string, first: string, second: string): boolean =>
  text.includes(first) && text.indexOf(first) < text.indexOf(second);

describe.each(Object.entries<PanelView>(panels))('a panel: %s', (_name, view) => {
  const html = drawn({ view });
  const text = textOf(html);

  it('says who holds it before it says what to do', () => {
    expect(isBefore(text, view.headline, view.task.title)).toBe(true);
  });

  it('has a button for every act and no other, but for what it unfolds', () => {
    const buttons = [...html.matchAll(/<button[^>]*>([^<]*)/g)].map(([, label]) => label);
    const { open = [], actions = [] } = view.asks ?? {};
    const acts = [...view.task.actions, ...open.flatMap(ask => ask.actions), ...actions, ...(view.judging ?? [])];
    const unfolds = /^(Timeline|What was agreed)/;
    expect(buttons.filter(label => !unfolds.test(label ?? ''))).toEqual(acts.map(({ label }: ActionView) => label));
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
  expect(html).toMatch(/aria-expanded="false"[^>]*>Timeline \(4\)/);
  expect(html).not.toContain('<time');
});

it('counts on from the moment the view arrived', () => {
  const view = { ...heldByYou, deadline: { ...heldByYou.deadline!, countdown: { ...heldByYou.deadline!.countdown } } };
  expect(textOf(drawn({ view, viewedAt: -60_000 }))).toContain('5 h 56 min of 8 h left');
});

it('counts on in a state that is counted, also past its end', () => {
  const after = (minutes: number): string => textOf(drawn({ view: offeredToYou, viewedAt: 0 }, minutes * 60_000));
  expect(after(0)).toContain('OFFERED TO YOU · 12 min to answer');
  expect(after(10)).toContain('OFFERED TO YOU · 2 min to answer');
  expect(after(20)).toContain('OFFERED TO YOU · 8 min late');
});

it('says until when before what to do, except to whom it is offered', () => {
  expect(isBefore(textOf(drawn({ view: heldByYou })), 'Resolve by', heldByYou.task.title)).toBe(true);
  expect(isBefore(textOf(drawn({ view: offeredToYou })), offeredToYou.task.title, 'Resolve by')).toBe(true);
});

it('shows where things will be until the first answer', () => {
  expect(drawn({})).toContain('role="status" aria-label="Baton is loading"');
});

describe('when the desk does not answer', () => {
  const problem = {
    kind: 'unreachable',
    sentence: 'Baton cannot be reached just now',
    remedy: 'Nothing you typed is lost.',
    lost: { type: 'view' },
  } as const;
  const says = (state: Parameters<typeof drawn>[0]): string => textOf(drawn(state));

  it('says what to do where nothing is shown yet', () => {
    expect(says({ problem })).toContain('Baton cannot be reached just now Nothing you typed is lost. Try again');
  });

  it('says since when what is shown is out of date, above it, and that clocks go on', () => {
    const text = says({ problem, view: heldByYou });
    const why = 'Baton cannot be reached just now. Nothing can be pressed meanwhile; the clocks go on.';
    expect(text).toContain(`Not up to date since 12:04 ${why} Try again`);
    expect(isBefore(text, 'Not up to date', heldByYou.headline)).toBe(true);
  });

  it('does not call it out of date where a press was lost', () => {
    const lost = { type: 'accept', actId: 'act-0001' } as const;
    expect(says({ problem: { ...problem, lost }, view: offeredToYou })).not.toContain('Not up to date');
  });
});

it('asks nothing of somebody with nothing to press, in a quieter voice', () => {
  expect(drawn({ view: heldByOthers })).not.toContain('baton-task');
  expect(drawn({ view: heldByYou })).toContain('baton-task');
});

it.each([
  ['at risk', '18 min of 8 h left · Resolve by 18:00 today'],
  ['breached', 'overdue by 42 min · Was due 18:00 today'],
  ['paused', 'Waiting for the customer Resolve by 18:14 today, if it went on now'],
  ['paused for now', 'Waiting for the customer, not confirmed yet Resolve by 18:14 today, if it went on now'],
  ['nobody on duty', 'Nobody is on duty at Northwind NOC Northwind NOC has to take it'],
  ['confirming', 'Accepted as claimed, the desk has not confirmed it yet Next:'],
] as const)('says first what matters %s', (name, words) => {
  const text = textOf(drawn({ view: panels[name] })).replace(/[!…] /g, '');
  expect(text).toContain(words);
});
