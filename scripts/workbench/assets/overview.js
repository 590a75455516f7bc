/* The time control: says what is wanted and shows the page as it is then. */
for (const button of document.querySelectorAll('[data-time]')) {
  button.addEventListener('click', async () => {
    button.disabled = true;
    await fetch('/control/time', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: button.dataset.time,
    });
    location.reload();
  });
}
