import type { PanelView } from '../../src/panel/view';
import { Away } from './Away';

/** What is true besides who holds it, and changes what can be expected. */
export function Besides({ view: { bridge, confirming, delayed, nobodyOnDuty } }: { readonly view: PanelView }) {
  return (
    <>
      {bridge && <Bridge {...bridge} />}
      {confirming && <Confirming says={confirming} />}
      {nobodyOnDuty && <NobodyOnDuty says={nobodyOnDuty} />}
      {delayed && <Delayed says={delayed} />}
    </>
  );
}

interface BesidesProps {
  readonly says: string;
}

/** Accepted as the browser claims: the desk's own word is still to come, or did not come. */
export function Confirming({ says }: BesidesProps) {
  return <Remark sign="…" says={says} tone="neutral" />;
}

/** Nobody is there to take it or to answer. */
export function NobodyOnDuty({ says }: BesidesProps) {
  return <Remark sign="!" says={says} tone="at risk" />;
}

/** Something does not get through. */
export function Delayed({ says }: BesidesProps) {
  return <Remark sign="!" says={says} tone="at risk" />;
}

/** Where everybody meets. */
export function Bridge({ text, link }: NonNullable<PanelView['bridge']>) {
  return (
    <p className="baton-remark" data-tone="neutral">
      <span className="baton-notice-sign" aria-hidden="true">
        ☎
      </span>
      <span>Bridge: {link ? <Away to={link} says={text} /> : text}</span>
    </p>
  );
}

function Remark({ sign, says, tone }: BesidesProps & { readonly sign: string; readonly tone: string }) {
  return (
    <p className="baton-remark" data-tone={tone}>
      <span className="baton-notice-sign" aria-hidden="true">
        {sign}
      </span>
      {says}
    </p>
  );
}
