import type { ListRowView } from '../../src/panel/listView';
import { useKit } from '../kit';

/** What can be done with the rows of a section. */
export interface RowActs {
  readonly onAccept: (row: ListRowView) => void;
  readonly onTakeOver: (row: ListRowView) => void;
  /** Which of those that are taken together go along. */
  readonly choice?: {
    readonly isTaken: (row: ListRowView) => boolean;
    readonly onChange: (row: ListRowView, isTaken: boolean) => void;
  };
}

interface RowActProps extends RowActs {
  readonly row: ListRowView;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
}

/** The press of one row: to accept it, to take it over by itself, or whether it goes along with the others. */
export function RowAct(props: RowActProps) {
  const { Button } = useKit();
  const { row, isBusy, isDisabled, onAccept, onTakeOver } = props;
  const pressing = { emphasis: 'primary', isBusy, isDisabled } as const;
  if (row.accept) return <Button label={row.acceptLabel ?? 'Accept'} {...pressing} onPress={() => onAccept(row)} />;
  if (row.shift?.isAlone) return <Button label="Take over" {...pressing} onPress={() => onTakeOver(row)} />;
  return row.shift ? <Choice {...props} /> : null;
}

function Choice({ row, choice, isBusy, isDisabled }: RowActProps) {
  const { Checkbox } = useKit();
  if (!choice) return null;
  return (
    <Checkbox
      label={`Take ${row.label}`}
      isChecked={choice.isTaken(row)}
      isDisabled={isBusy || isDisabled}
      onChange={isTaken => choice.onChange(row, isTaken)}
    />
  );
}
