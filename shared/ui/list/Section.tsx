import { useEffect, useRef, type ReactNode } from 'react';
import type { ListBridge } from './listBridge';
import { shownRows, type ListedIn, type ListState, type ShownRow } from './listState';
import { Row } from './Row';
import { RowAct, type RowActs } from './RowAct';

interface SectionProps extends RowActs {
  readonly name: ListedIn;
  readonly state: ListState;
  readonly bridge: Pick<ListBridge, 'addressOf' | 'open'>;
  /** What is next on a ticket, where that was asked for. */
  readonly next?: Readonly<Record<string, string>>;
  /** Under the rows. */
  readonly children?: ReactNode;
}

/** The tickets of one kind, or the sentence that there are none. */
export function Section(section: SectionProps) {
  const { name, state } = section;
  const shown = state.view?.[name];
  if (!shown) return null;
  const { title, empty, more } = shown;
  const rows = shownRows(state, name);
  return (
    <section className="baton-section" aria-labelledby={`baton-${name}`}>
      <Title name={name} title={title} count={rows.length} focusTurn={turnOfTitle(section)} />
      {rows.length === 0 && <p className="baton-muted">{empty}</p>}
      <ul className="baton-rows">
        {rows.map(shown => (
          <ListedRow key={shown.row.ticket} {...section} shown={shown} />
        ))}
      </ul>
      {more && <p className="baton-muted">{more}</p>}
      {section.children}
    </section>
  );
}

/** With no row left to go to, the focus goes to the top of what is offered. */
const turnOfTitle = ({ name, state: { focus } }: SectionProps): number =>
  name === 'offered' && focus.ticket === undefined ? focus.turn : 0;

function ListedRow({ name, state, bridge, shown, next = {}, ...acts }: SectionProps & { readonly shown: ShownRow }) {
  const { sending, focus } = state;
  const { row, refusal } = shown;
  const isPressed = sending !== undefined && 'ticket' in sending && sending.ticket === row.ticket;
  return (
    <Row
      row={row}
      refusal={refusal}
      address={bridge.addressOf(row)}
      onOpen={() => bridge.open(row)}
      next={next[row.ticket]}
      act={<RowAct row={row} isBusy={isPressed} isDisabled={sending !== undefined && !isPressed} {...acts} />}
      focusTurn={name !== 'ours' && focus.ticket === row.ticket ? focus.turn : 0}
    />
  );
}

interface TitleProps {
  readonly name: string;
  readonly title: string;
  readonly count: number;
  readonly focusTurn: number;
}

function Title({ name, title, count, focusTurn }: TitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTurn > 0) heading.current?.focus();
  }, [focusTurn]);
  return (
    <h2 className="baton-list-title" id={`baton-${name}`} tabIndex={-1} ref={heading}>
      {title} {count > 0 && <span className="baton-count">{count}</span>}
    </h2>
  );
}
