import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { ListRowView } from '../../src/panel/listView';
import { useKit } from '../kit';
import type { RowRefusal } from './listState';

interface RowProps {
  readonly row: ListRowView;
  readonly refusal?: RowRefusal | undefined;
  readonly address: string;
  readonly onOpen: () => void;
  /** What is next on it, where that was asked for. */
  readonly next?: string | undefined;
  /** What can be pressed on it. */
  readonly act: ReactNode;
  /** Whenever it grows the focus comes to this row. */
  readonly focusTurn: number;
}

/** One ticket: which, whose, by when, and what the viewer may press. */
export function Row({ row, refusal, act, next, ...way }: RowProps) {
  const { Lozenge } = useKit();
  const { who, owed, lozenge } = row;
  return (
    <li className="baton-row">
      <p className="baton-row-ticket">
        <TicketLink row={row} {...way} />
        <span className="baton-muted">{row.priority}</span>
      </p>
      <p className="baton-row-who">{who}</p>
      <p className="baton-row-owed" data-tone={lozenge?.tone}>
        {owed}
      </p>
      {next && <p className="baton-row-next">Next: {next}</p>}
      <p className="baton-row-state">{lozenge && <Lozenge text={lozenge.text} tone={lozenge.tone} />}</p>
      <div className="baton-row-act">{act}</div>
      {refusal && <Refused refusal={refusal} />}
    </li>
  );
}

type TicketLinkProps = Pick<RowProps, 'row' | 'address' | 'onOpen' | 'focusTurn'>;

/** A plain press opens the ticket the desk's way; a press for a new tab is the browser's. */
function TicketLink({ row, address, onOpen, focusTurn }: TicketLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focusTurn > 0) link.current?.focus();
  }, [focusTurn]);
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a className="baton-link" href={address} target="_blank" rel="noopener" ref={link} onClick={open}>
      <span className="baton-row-label">{row.label}</span> {row.title}
    </a>
  );
}

/** Why it was not accepted, at the row itself. */
function Refused({ refusal: { sentence, remedy } }: { readonly refusal: RowRefusal }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p className="baton-row-refusal" role="alert" tabIndex={-1} ref={line}>
      <span className="baton-strong">{sentence}</span> {remedy}
    </p>
  );
}
