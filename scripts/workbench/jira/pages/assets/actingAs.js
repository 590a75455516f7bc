/** Who the page acts as stands in its address; choosing somebody else opens it as them. */
export const here = new URL(location.href);
const acting = document.getElementById('acting');
export const person = acting.value;

/** An address of this site, as the person acting. */
export const asPerson = (path, search = {}) => {
  const url = new URL(path, location.origin);
  Object.entries({ as: person, ...search }).forEach(([name, value]) => url.searchParams.set(name, value));
  return url.href;
};

acting.addEventListener('change', () => {
  here.searchParams.set('as', acting.value);
  location.assign(here.href);
});
