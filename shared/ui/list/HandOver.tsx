import type { ListRowView } from '../../src/panel/listView';
import { secretWarning } from '../../src/panel/secrets';
import { useKit } from '../kit';
import { Waiting } from '../panel/Waiting';
import type { ListBridge } from './listBridge';
import { useHandOver, type HandedTicket, type HandOver as Handing } from './useHandOver';

interface HandOverProps {
  readonly bridge: Pick<ListBridge, 'ask' | 'newId'>;
  /** What the viewer has. */
  readonly rows: readonly ListRowView[];
  readonly onDone: () => void;
}

/** The end of a shift: everything the viewer has, with what is next and by when, offered to the next one in one press. */
export function HandOver({ bridge, rows, onDone }: HandOverProps) {
  const { Disclosure } = useKit();
  const handing = useHandOver(bridge, rows, onDone);
  if (rows.length === 0) return null;
  return (
    <section className="baton-section" aria-label="Hand my shift over">
      <Disclosure label="Hand my shift over" isOpen={handing.state.isOpen} onToggle={handing.toggle}>
        <HandOverShown {...handing} count={rows.length} />
      </Disclosure>
    </section>
  );
}

/** The tickets of a shift, and the press that offers them. */
export function HandOverShown({ state, edit, send, count }: Handing & { readonly count: number }) {
  const { Banner, Button } = useKit();
  const { tickets = [], isBusy, trouble } = state;
  const left = tickets.filter(({ isIn, isDone }) => isIn && !isDone).length;
  if (!state.tickets && !trouble) return <Waiting />;
  return (
    <>
      {trouble && (
        <Banner tone="warning" title={trouble.sentence}>
          {trouble.remedy}
        </Banner>
      )}
      <ul className="baton-handed">
        {tickets.map(one => (
          <Ticket key={one.ticket} one={one} isBusy={isBusy} onEdit={change => edit(one.ticket, change)} />
        ))}
      </ul>
      <p className="baton-said" role="status">
        {doneText(tickets)}
      </p>
      {count > tickets.length && <p className="baton-muted">The others come after these: close and open it again.</p>}
      <div className="baton-actions">
        <Button label={`Hand over ${left}`} emphasis="primary" isBusy={isBusy} isDisabled={left === 0} onPress={send} />
      </div>
      <p className="baton-privacy">Both parties can read this. You stay accountable until the next shift takes it.</p>
    </>
  );
}

function doneText(tickets: readonly HandedTicket[]): string {
  const done = tickets.filter(({ isDone }) => isDone).length;
  return done === 0 ? '' : `${done} offered to the next shift.`;
}

interface TicketProps {
  readonly one: HandedTicket;
  readonly isBusy: boolean;
  readonly onEdit: (change: Partial<HandedTicket>) => void;
}

function Ticket({ one, isBusy, onEdit }: TicketProps) {
  const { Checkbox } = useKit();
  const { row, isIn, isDone, refusal } = one;
  const { label, title = '', priority } = row;
  return (
    <li className="baton-handed-ticket">
      <Checkbox
        label={`${label} ${title} · ${priority}${isDone ? ' · handed over' : ''}`}
        isChecked={isIn}
        isDisabled={isBusy || isDone === true}
        onChange={checked => onEdit({ isIn: checked })}
      />
      {isIn && !isDone && <Fields one={one} onEdit={onEdit} />}
      {refusal && (
        <p className="baton-row-refusal" role="alert">
          {refusal.sentence}
        </p>
      )}
    </li>
  );
}

function Fields({ one, onEdit }: Pick<TicketProps, 'one' | 'onEdit'>) {
  const { TextArea, TextField } = useKit();
  const { ticket, nextAction, deadline, refusal } = one;
  return (
    <div className="baton-fields">
      <TextArea
        name={`next-${ticket}`}
        label="Next action"
        rows={2}
        isRequired
        value={nextAction}
        warning={secretWarning(nextAction)}
        error={refusal?.fields?.['nextAction']}
        onChange={value => onEdit({ nextAction: value, refusal: undefined })}
      />
      <TextField
        name={`deadline-${ticket}`}
        label="Deadline"
        hint="YYYY-MM-DD HH:mm, in your time"
        value={deadline}
        error={refusal?.fields?.['deadline']}
        onChange={value => onEdit({ deadline: value, refusal: undefined })}
      />
    </div>
  );
}
