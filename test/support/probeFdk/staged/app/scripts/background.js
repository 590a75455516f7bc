async function listen() {
  const client = await app.initialized();
  client.events.on('ticket.groupChanged', event => {
    const { old, new: now } = event.helper.getData();
    client.interface.trigger('showNotify', { type: 'info', title: 'Group', message: `${old} → ${now}` });
  });
}
listen();
