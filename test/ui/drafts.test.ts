import type { Bridge, DraftStore, PanelAsk } from '../../shared/ui/bridge';
import { draftsOf } from '../../shared/ui/panel/drafts';
import { fieldsOf, withValue } from '../../shared/ui/panel/formFields';
import { plainForm } from '../../scripts/workbench/gallery/forms';

const before = fieldsOf(plainForm);
const typed = (text: string) => withValue(before, 'nextAction', text);

function inMemory(): DraftStore & { draft: string | null } {
  const store = {
    draft: null as string | null,
    get: () => store.draft,
    set: (draft: string) => void (store.draft = draft),
    remove: () => void (store.draft = null),
  };
  return store;
}

function bridge(draftStore?: DraftStore): Bridge & { readonly asks: PanelAsk[] } {
  const asks: PanelAsk[] = [];
  const ask: Bridge['ask'] = request => {
    asks.push(request);
    return Promise.reject(new Error('nobody listens'));
  };
  return { desk: 'jira', asks, ask, onChange: () => () => undefined, newId: () => '', now: () => 0, draftStore };
}

describe('a browser that keeps drafts', () => {
  it('brings back what was typed', () => {
    const store = inMemory();
    draftsOf(bridge(store)).typed(plainForm, typed('Replace it'));
    expect(draftsOf(bridge(store)).restore(plainForm)).toEqual(typed('Replace it'));
  });

  it('takes the new prefill for whatever was not typed', () => {
    const store = inMemory();
    draftsOf(bridge(store)).typed(plainForm, typed('Replace it'));
    const later = { ...plainForm, deadline: { ...plainForm.deadline, value: '2025-11-29 10:20' } };
    expect(draftsOf(bridge(store)).restore(later)).toMatchObject({
      nextAction: 'Replace it',
      deadline: '2025-11-29 10:20',
    });
  });

  it('passes over a receiver that is gone and a draft that is damaged', () => {
    const store = inMemory();
    store.draft = JSON.stringify({ receiver: 'no-such-team' });
    expect(draftsOf(bridge(store)).restore(plainForm)).toEqual(before);
    store.draft = '{"nextAct';
    expect(draftsOf(bridge(store)).restore(plainForm)).toEqual(before);
  });

  it('forgets what was offered or given up', () => {
    const store = inMemory();
    const drafts = draftsOf(bridge(store));
    drafts.typed(plainForm, typed('Replace it'));
    drafts.served();
    expect(store.draft).toBeNull();
  });

  it('loses no form when it is full', () => {
    const full = {
      ...inMemory(),
      set: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => draftsOf(bridge(full)).typed(plainForm, typed('x'))).not.toThrow();
  });
});

describe('a browser that keeps nothing', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('has the backend keep what was typed when a field is left, once in twenty seconds at most', () => {
    const { asks, ...rest } = bridge();
    const drafts = draftsOf({ ...rest, asks } as Bridge);
    drafts.restore(plainForm);
    drafts.left(typed('a'));
    jest.advanceTimersByTime(2_000);
    drafts.left(typed('ab'));
    drafts.left(typed('abc'));
    expect(asks).toEqual([{ type: 'draft', fields: typed('a') }]);
    jest.advanceTimersByTime(20_000);
    expect(asks.slice(1)).toEqual([{ type: 'draft', fields: typed('abc') }]);
  });

  it('writes nothing when nothing was typed', () => {
    const { asks, ...rest } = bridge();
    const drafts = draftsOf({ ...rest, asks } as Bridge);
    drafts.left(drafts.restore(plainForm));
    jest.advanceTimersByTime(60_000);
    expect(asks).toEqual([]);
  });

  it('writes no draft behind an offer that goes out', () => {
    const { asks, ...rest } = bridge();
    const drafts = draftsOf({ ...rest, asks } as Bridge);
    drafts.restore(plainForm);
    drafts.left(typed('a'));
    drafts.hold();
    jest.advanceTimersByTime(60_000);
    expect(asks).toEqual([]);
  });

  it('has the backend forget what was given up', () => {
    const { asks, ...rest } = bridge();
    draftsOf({ ...rest, asks } as Bridge).forget();
    expect(asks).toEqual([{ type: 'draft', fields: null }]);
  });
});
