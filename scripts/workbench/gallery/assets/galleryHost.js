/*
 * Stands in for both desks on a page of the gallery: answers what a screen asks from the fixtures, and remembers it. The
 * page names what it wants in its address: ?picture=…&form=…
 */
(() => {
  const wanted = new URLSearchParams(location.search);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const [, asked] = /\/(light|dark)\//.exec(location.pathname) ?? [];
  const follow = () => (document.documentElement.dataset.colorMode = asked ?? (dark.matches ? 'dark' : 'light'));
  dark.addEventListener('change', follow);
  follow();

  const panels = window.fixtures.panels[location.pathname.includes('/freshservice/') ? 'freshservice' : 'jira'];
  const picture = window.fixtures.pictures[wanted.get('picture') ?? 'held by you'];
  const gallery = {
    mood: picture.mood,
    view: panels[picture.panel],
    asks: [],
    triggered: [],
    listeners: [],
    change: () => gallery.listeners.forEach(listener => listener({})),
  };
  window.gallery = gallery;

  const refusal = ask => ({
    ok: false,
    code: 'packet-incomplete',
    sentence: 'The handoff is not complete.',
    remedy: 'Fill in the fields marked below.',
    fields: ask.type === 'offer' ? { evidence: 'Name evidence, or say why there is none.' } : { why: 'Say why.' },
    view: gallery.view,
  });

  const moods = {
    silent: () => new Promise(() => {}),
    'down after the first look': () => {
      gallery.mood = 'down';
      setTimeout(gallery.change, 200);
      return moods.willing();
    },
    down: () => Promise.reject({ status: 503, message: 'down' }),
    refusing: ask => refusal(ask),
    willing: () => ({ ok: true, view: gallery.view }),
  };

  const answer = async ask => {
    gallery.asks.push(ask);
    if (ask.type === 'form')
      return { ok: true, view: gallery.view, form: window.fixtures.forms[wanted.get('form') ?? 'plain'] };
    const isAct = ask.type !== 'view';
    return isAct || gallery.mood !== 'refusing' ? moods[gallery.mood](ask) : moods.willing();
  };

  // Sections are looked at on a sample: what they save goes nowhere.
  const doors = { settings: () => window.fixtures.settings };
  const forge = {
    invoke: ({ functionKey, payload }) => (doors[functionKey] ?? answer)(payload),
    getContext: () => ({ timezone: 'Europe/Madrid', extension: { issue: { id: '10001', key: 'OPS-1' } } }),
    on: ({ callback }) => {
      gallery.listeners.push(callback);
      return { unsubscribe: () => {} };
    },
  };
  window.__bridge = { callBridge: async (command, data) => forge[command]?.(data) };

  const onPage = {
    ticket: { ticket: { id: 5, display_id: 42 } },
    loggedInUser: { loggedInUser: { agent: { id: 900 } } },
  };
  window.app = {
    initialized: async () => ({
      data: { get: async name => onPage[name] },
      request: { invoke: async (_name, { request }) => ({ response: await answer(request) }) },
      interface: { trigger: async (method, options) => gallery.triggered.push([method, options]) },
      events: { on: (_name, listener) => gallery.listeners.push(listener) },
      instance: { resize: () => {} },
    }),
  };
})();
