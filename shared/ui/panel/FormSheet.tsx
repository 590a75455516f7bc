import type { KeyboardEvent, ReactNode } from 'react';
import type { PanelView } from '../../src/panel/view';
import { useKit } from '../kit';
import { MovedMeanwhile } from './MovedMeanwhile';
import type { Problem } from './panelState';
import { Trouble } from './Trouble';
import type { PanelControls } from './usePanel';

/** What every form of the panel is opened with. */
export interface Opened {
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly controls: PanelControls;
  /** The panel as it is now, where it has moved since the form was opened. */
  readonly moved?: PanelView | undefined;
}

interface FormSheetProps extends Opened {
  readonly title: string;
  readonly intro: string;
  /** Something to know before it is sent; never in the way. */
  readonly warning?: string | undefined;
  /** What this boundary is for. */
  readonly boundary?: string | undefined;
  /** The label of the button that sends it. */
  readonly sends: string;
  /** Who will read it. */
  readonly privacy: string;
  /** Sentences at fields, with the fields' labels, in the order of the form. */
  readonly wrong: readonly string[];
  readonly fields: ReactNode;
  /** Between the fields and who reads them. */
  readonly children?: ReactNode;
}

/** A form: what it is for, what went wrong, the fields, who reads them, and Send or Cancel. */
export function FormSheet({ title, intro, warning, boundary, fields, children, ...sent }: FormSheetProps) {
  const { Banner } = useKit();
  const { problem, wrong, controls, moved } = sent;
  return (
    <div className="baton-form" role="group" aria-labelledby="baton-form" onKeyDown={onSubmitKeys(controls.submit)}>
      <h2 className="baton-headline" id="baton-form">
        {title}
      </h2>
      <p className="baton-muted">{intro}</p>
      {boundary && <p className="baton-boundary">{boundary}</p>}
      {warning && <Banner tone="warning" title={warning} />}
      {moved && <MovedMeanwhile view={moved} />}
      <Trouble problem={problem} wrong={wrong} onRetry={controls.retry} />
      <div className="baton-fields" onBlur={controls.leaveField}>
        {fields}
      </div>
      {children}
      <p className="baton-privacy">{sent.privacy}</p>
      <SendOrCancel {...sent} />
    </div>
  );
}

function SendOrCancel({ sends, isBusy, controls }: Pick<FormSheetProps, 'sends' | 'isBusy' | 'controls'>) {
  const { Button } = useKit();
  return (
    <div className="baton-actions">
      <Button label={sends} emphasis="primary" isBusy={isBusy} onPress={controls.submit} />
      <Button label="Cancel" emphasis="subtle" isDisabled={isBusy} onPress={controls.cancel} />
      <span className="baton-keys" aria-hidden="true">
        Ctrl + Enter
      </span>
    </div>
  );
}

/** Ctrl or Cmd with Enter sends. */
export function onSubmitKeys(submit: () => void): (event: KeyboardEvent) => void {
  return event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
}
