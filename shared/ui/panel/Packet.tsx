import type { PacketLine } from '../../src/panel/view';

/** What the giver wrote, the two things that matter first. */
export function Packet({ packet }: { readonly packet: readonly PacketLine[] }) {
  if (packet.length === 0) return null;
  return (
    <section className="baton-section" aria-labelledby="baton-packet">
      <h3 className="baton-eyebrow" id="baton-packet">
        Handoff
      </h3>
      <dl className="baton-packet">
        {packet.map(({ label, text, note, isKey }) => (
          <div key={label} className={isKey ? 'baton-line baton-key' : 'baton-line'}>
            <dt>{label}</dt>
            <dd>
              {text} {note && <span className="baton-note">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
