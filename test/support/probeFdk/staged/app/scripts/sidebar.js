const place = id => document.getElementById(id);

function note(text) {
  const line = document.createElement('li');
  line.textContent = text;
  place('heard').append(line);
}

async function show(client) {
  const [{ loggedInUser }, { ticket }] = await Promise.all([
    client.data.get('loggedInUser'),
    client.data.get('ticket'),
  ]);
  place('who').textContent = `${loggedInUser.agent.user.name} on ${ticket.display_id}`;
  const { response } = await client.request.invoke('panel', {
    request: { type: 'greet', name: loggedInUser.agent.user.name },
  });
  place('answer').textContent = response.words;
  await client.instance.resize({ height: `${document.documentElement.scrollHeight}px` });
}

async function start() {
  const client = await app.initialized();
  client.events.on('app.activated', () => {
    note('activated');
    show(client).catch(failure => note(failure.message));
  });
  client.events.on('ticket.propertiesUpdated', () => note('updated'));
  place('take').addEventListener('click', async () => {
    const { loggedInUser } = await client.data.get('loggedInUser');
    await client.interface.trigger('setValue', { id: 'agent', value: loggedInUser.agent.id });
    await client.interface.trigger('click', { id: 'updateProperties' });
  });
  place('secret').addEventListener('click', async () => {
    const values = await client.iparams.get();
    const refusal = await client.request.invoke('panel', { request: { type: 'refuse' } }).catch(failure => failure);
    note(`${Object.keys(values).join(',')} ${refusal.status} ${refusal.message}`);
  });
}
start();
