'use strict';
/* The frame's side of the bridge: talks with the page around it by messages and decides nothing itself. */
(() => {
  const { page, themeStyles } = document.currentScript.dataset;
  const waiting = new Map();
  const functions = new Map();
  const listeners = new Map();
  const themed = { asked: false, colorMode: 'light' };
  let last = 0;

  const send = message => window.parent.postMessage({ forgeBridge: true, ...message }, page);

  /* Functions cannot travel: a number goes in their place, by which the page asks for them to be called. */
  const travelling = value => {
    if (typeof value === 'function') {
      last += 1;
      functions.set(last, value);
      return { forgeFunction: last };
    }
    if (Array.isArray(value)) return value.map(travelling);
    if (value === null || typeof value !== 'object' || value instanceof Blob) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, travelling(one)]));
  };

  const ask = (command, data) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      send({ type: 'call', id: last, command, data: travelling(data) });
    });

  const listen = ({ event, callback }) => {
    const heard = listeners.get(event) ?? new Set();
    listeners.set(event, heard.add(callback));
    return { unsubscribe: () => heard.delete(callback) };
  };
  const tell = (event, payload) => [...(listeners.get(event) ?? [])].forEach(callback => callback(payload));

  const showTheme = theme => {
    const root = document.documentElement;
    root.dataset.theme = theme.names;
    root.dataset.colorMode = theme.colorMode;
  };
  const enableTheming = async () => {
    const theme = await ask('enableTheming');
    themed.asked = true;
    showTheme(theme);
    if (document.getElementById('forge-theme')) return;
    await new Promise(loaded => {
      const link = Object.assign(document.createElement('link'), {
        id: 'forge-theme',
        rel: 'stylesheet',
        href: themeStyles,
      });
      link.onload = link.onerror = loaded;
      document.head.append(link);
    });
  };

  const own = { on: async data => listen(data), onPublic: async data => listen(data), enableTheming };
  globalThis.__bridge = { callBridge: (command, data) => (own[command] ?? (given => ask(command, given)))(data) };

  const receivers = {
    answer: ({ id, value }) => waiting.get(id)?.resolve(value),
    failure: ({ id, message }) => waiting.get(id)?.reject(new Error(message)),
    event: ({ event, payload }) => tell(event, payload),
    callFunction: ({ id, args }) => functions.get(id)?.(...(args ?? [])),
    seenAgain: () => document.dispatchEvent(new Event('visibilitychange')),
    theme: ({ theme }) => {
      if (!themed.asked) return;
      showTheme(theme);
      tell('FORGE_CORE_THEME_CHANGED', { theme: { colorMode: theme.colorMode } });
    },
  };
  const isOfPage = ({ source, origin, data }) => source === window.parent && origin === page && data?.forgeBridge;
  window.addEventListener('message', message => {
    if (!isOfPage(message)) return;
    const { data } = message;
    receivers[data.type]?.(data);
    if (data.type === 'answer' || data.type === 'failure') waiting.delete(data.id);
  });

  /* The frame is as tall as its content, whatever the app's style sheet says about the body's own height. */
  let told = 0;
  const bottomOf = child => {
    const { top, height } = child.getBoundingClientRect();
    return top + window.scrollY + Math.max(height, child.scrollHeight);
  };
  const tellHeight = () => {
    const { paddingBottom, marginBottom } = getComputedStyle(document.body);
    const bottoms = [...document.body.children].map(bottomOf);
    const height = Math.ceil(Math.max(0, ...bottoms) + parseFloat(paddingBottom) + parseFloat(marginBottom));
    if (height === told) return;
    told = height;
    send({ type: 'height', height });
  };
  let measuring;
  /* A little later, so that a layout that stands for one frame only is not told. */
  const measure = () => {
    clearTimeout(measuring);
    measuring = setTimeout(tellHeight, 20);
  };
  addEventListener('DOMContentLoaded', () => {
    const sizes = new ResizeObserver(measure);
    const follow = () => {
      [document.body, ...document.body.children].forEach(element => sizes.observe(element));
      measure();
    };
    new MutationObserver(follow).observe(document.body, { childList: true, subtree: true, attributes: true });
    follow();
  });
})();
