/** What is odd, and what it means. */
export function Notice({ notice }: { readonly notice?: string | undefined }) {
  if (!notice) return null;
  return (
    <p className="baton-notice">
      <span className="baton-notice-sign" aria-hidden="true">
        i
      </span>
      {notice}
    </p>
  );
}
