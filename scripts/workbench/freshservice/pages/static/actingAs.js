/* The person switcher: whoever is chosen is who the page acts as, and the address says so. */
document.querySelector('#acting-as').addEventListener('change', event => {
  const address = new URL(window.location.href);
  address.searchParams.set('as', event.target.value);
  window.location.assign(address);
});
