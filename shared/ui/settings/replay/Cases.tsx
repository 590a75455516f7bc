import { useEffect, useRef, useState } from 'react';
import { lengthText, numberText, type Autopsy, type CasesBehind, type CaseShare } from '../../../src/replay';
import { useKit } from '../../kit';
import { OneCase } from './OneCase';

interface CasesProps {
  readonly label: string;
  readonly isTime: boolean;
  readonly cases: CasesBehind;
  readonly addressOf: (id: string) => string | undefined;
  readonly lookInto: (id: string) => Autopsy | undefined;
  readonly onClose: () => void;
}

/** Shown before somebody asks for more. */
const AT_ONCE = 20;

/** The tickets behind one number of the report. */
export function Cases({ label, isTime, cases: { count, first }, addressOf, lookInto, onClose }: CasesProps) {
  const { Button } = useKit();
  const [opened, setOpened] = useState<string>();
  const [shown, setShown] = useState(AT_ONCE);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [label]);
  const most =
    first.length < count ? `the first ${numberText(first.length)} of ${numberText(count)}` : numberText(count);
  return (
    <section className="baton-cases" aria-label={`Tickets behind ${label}`}>
      <h4 className="baton-strong" tabIndex={-1} ref={title}>
        {label}
      </h4>
      <p className="baton-muted">Tickets: {most}</p>
      <ul className="baton-case-list">
        {first.slice(0, shown).map(share => (
          <li key={share.id}>
            <Ticket id={share.id} address={addressOf(share.id)} /> {amountOf(share, isTime)}
            <button
              type="button"
              className="baton-figure"
              aria-expanded={opened === share.id}
              onClick={() => setOpened(opened === share.id ? undefined : share.id)}
            >
              Look into<span className="baton-unseen"> {share.id}</span>
            </button>
            {opened === share.id && <OneCase autopsy={lookInto(share.id)} />}
          </li>
        ))}
      </ul>
      <div className="baton-actions">
        {shown < first.length && (
          <Button label="Show more" emphasis="default" onPress={() => setShown(shown + AT_ONCE)} />
        )}
        <Button label="Close" emphasis="default" onPress={onClose} />
      </div>
    </section>
  );
}

const amountOf = ({ value }: CaseShare, isTime: boolean): string =>
  isTime ? lengthText(value) : value > 1 ? `${numberText(value)} times` : '';

/** A ticket by its key, as a link where this desk may have it. */
const Ticket = ({ id, address }: { readonly id: string; readonly address: string | undefined }) =>
  address === undefined ? (
    <span className="baton-strong">{id}</span>
  ) : (
    <a className="baton-strong" href={address} target="_blank" rel="noopener noreferrer">
      {id}
    </a>
  );
