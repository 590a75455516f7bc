/** A link to somewhere else, beside the desk's own page. */
export function Away({ to, says }: { readonly to: string; readonly says: string }) {
  return (
    <a className="baton-away" href={to} target="_blank" rel="noreferrer">
      {says}
    </a>
  );
}
