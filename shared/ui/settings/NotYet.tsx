/** Said where a section is not there yet, so that nobody takes an empty place for an empty agreement. */
export const NotYet = ({ what }: { readonly what: string }) => (
  <p className="baton-muted">{what} will be shown here.</p>
);
