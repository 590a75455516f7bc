import type { ChainLink } from '../../src/panel/view';

/** Whose hands it went through, the latest last. */
export function Chain({ chain }: { readonly chain: readonly ChainLink[] }) {
  if (chain.length === 0) return null;
  return (
    <section className="baton-section" aria-labelledby="baton-chain">
      <h3 className="baton-eyebrow" id="baton-chain">
        Chain of custody
      </h3>
      <ol className="baton-chain">
        {chain.map(({ tone, title, detail }, place) => (
          <li key={`${place} ${title}`}>
            <span className="baton-node" data-party={tone} aria-hidden="true" />
            <span className="baton-link">{title}</span>
            <span className="baton-muted">{detail}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
