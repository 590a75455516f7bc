/* Calls of the page to its own server, always as the person the page acts as. */
const main = document.querySelector('main[data-person]');

/** The number of the ticket on the page; absent on a page of the app's own. */
export const ticket = main.dataset.ticket && Number(main.dataset.ticket);
export const person = main.dataset.person;
export const frameOrigin = main.dataset.frameOrigin;
/** Names this window, so that it is not told of its own changes. */
export const windowName = crypto.randomUUID();

const read = async response => {
  const body = await response.json().catch(() => ({ message: `The desk answered ${response.status}` }));
  if (!response.ok) throw body;
  if (body?.refused) throw body.refused;
  return body;
};

const address = path => `/freshservice/${path}${path.includes('?') ? '&' : '?'}as=${encodeURIComponent(person)}`;

export const get = async path => read(await fetch(address(path)));

export const post = async (path, body) =>
  read(
    await fetch(address(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-window': windowName },
      body: JSON.stringify(body ?? {}),
    }),
  );
