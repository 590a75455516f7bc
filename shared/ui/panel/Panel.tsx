import type { PanelView } from '../../src/panel/view';
import type { PanelAsk, Bridge } from '../bridge';
import { Frame } from '../Frame';
import { AnswerField } from './AnswerField';
import { AskForm } from './AskForm';
import { conditions } from './conditions';
import { ExportedLedger } from './ExportedLedger';
import { HandoffForm } from './HandoffForm';
import { Headline } from './Headline';
import { Packet } from './Packet';
import { hasMoved, type Problem } from './panelState';
import { Trouble } from './Trouble';
import { usePanel, type LivePanel } from './usePanel';
import { Waiting } from './Waiting';

/** The panel of one ticket, live. Needs a `KitProvider` above it. */
export function Panel({ bridge }: { readonly bridge: Bridge }) {
  const live = usePanel(bridge);
  return (
    <Frame desk={bridge.desk}>
      <Shown live={live} now={bridge.now} />
    </Frame>
  );
}

/** What a page shows until it has a bridge. */
export function PanelSkeleton({ desk }: { readonly desk: Bridge['desk'] }) {
  return (
    <Frame desk={desk}>
      <Waiting />
    </Frame>
  );
}

interface ShownProps {
  readonly live: LivePanel;
  readonly now: () => number;
}

/** Whatever the person has in front of them. */
export function Shown({ live, now }: ShownProps) {
  const { state, controls } = live;
  const { face, view, problem, sending } = state;
  const shared = { problem, isBusy: sending !== undefined, controls, moved: hasMoved(state) ? view : undefined };
  if (face.name === 'form') return <HandoffForm face={face} {...shared} />;
  if (face.name === 'ask') return <AskForm face={face} {...shared} />;
  if (face.name === 'exported') return <ExportedLedger text={face.text} onClose={controls.cancel} />;
  if (!view) return <Unseen live={live} />;
  if (face.name === 'panel') return <Looked live={live} view={view} now={now} />;
  return (
    <>
      <Headline view={view} since={state.viewedAt} now={now} returns={0} />
      <AnswerField face={face} {...shared} />
      <Packet packet={view.packet} />
    </>
  );
}

/** Until the first view came. */
function Unseen({ live: { state, controls } }: Pick<ShownProps, 'live'>) {
  return state.problem ? <Trouble problem={state.problem} onRetry={controls.retry} /> : <Waiting />;
}

/** The panel itself. */
function Looked({ live: { state, controls }, view, now }: ShownProps & { readonly view: PanelView }) {
  const Condition = conditions[view.condition];
  return (
    <>
      <Trouble problem={state.problem} onRetry={controls.retry} isShown asOf={view.asOf} />
      <Condition
        view={view}
        since={state.viewedAt}
        now={now}
        returns={state.returns}
        busy={isStale(state.problem) ? 'nothing' : busyAct(state.sending)}
        onPress={controls.press}
      />
    </>
  );
}

/** What stands there is from before: to be read, not to be acted on. */
const isStale = (problem: Problem | undefined): boolean =>
  problem?.kind === 'unreachable' && problem.lost.type === 'view';

/** The act under way, as the button that started it is named. */
function busyAct(sending: PanelAsk | undefined): string | undefined {
  if (!sending) return undefined;
  if (sending.type === 'decide') return `decide for ${sending.party}`;
  if (sending.type === 'ask form') return sending.verb;
  if (sending.type === 'ledger') return 'export';
  return sending.type === 'form' ? 'offer' : sending.type;
}
