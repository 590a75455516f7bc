import { Frame } from '../Frame';
import { useKit } from '../kit';
import { Waiting } from '../panel/Waiting';
import type { ListBridge } from './listBridge';
import { shownRows, type ListProblem } from './listState';
import { HandOver } from './HandOver';
import { Health } from './Health';
import { NextShift } from './NextShift';
import { People } from './People';
import { Section } from './Section';
import { useList, type LiveList } from './useList';

/** What is offered to the viewer's party and what it holds, live. Needs a `KitProvider` above it. */
export function List({ bridge }: { readonly bridge: ListBridge }) {
  const live = useList(bridge);
  return (
    <Frame desk={bridge.desk}>
      <ListShown live={live} bridge={bridge} />
    </Frame>
  );
}

/** What a page shows until it has a bridge. */
export function ListSkeleton({ desk }: { readonly desk: ListBridge['desk'] }) {
  return (
    <Frame desk={desk}>
      <Waiting />
    </Frame>
  );
}

interface ListShownProps {
  readonly live: LiveList;
  readonly bridge: Pick<ListBridge, 'addressOf' | 'ask' | 'newId' | 'open'>;
}

/** Whatever the person has in front of them. */
export function ListShown({ live, bridge }: ListShownProps) {
  const { Button } = useKit();
  const { state, controls } = live;
  const { view, problem, sending, said } = state;
  if (!view) return problem ? <Trouble problem={problem} onRetry={controls.retry} /> : <Waiting />;
  const shared = { state, bridge, onAccept: controls.accept, onTakeOver: controls.takeOver };
  const mine = shownRows(state, 'ours').flatMap(({ row }) => (row.mine === undefined ? [] : [row]));
  return (
    <>
      <header className="baton-list-head">
        <h1 className="baton-headline">{view.title}</h1>
        <p className="baton-muted">{view.asOf}</p>
        <Button
          label="Refresh"
          emphasis="subtle"
          isBusy={sending?.type === 'list'}
          isDisabled={sending !== undefined && sending.type !== 'list'}
          onPress={controls.refresh}
        />
      </header>
      {problem && <Trouble problem={problem} onRetry={controls.retry} />}
      <p className="baton-said" role="status">
        {said}
      </p>
      {view.triage && <Section name="triage" {...shared} />}
      <Section name="offered" {...shared} />
      <NextShift {...shared} onTakeAll={controls.takeAll} />
      <Section name="ours" {...shared} />
      <HandOver bridge={bridge} rows={mine} onDone={controls.refresh} />
      <People
        people={view.people}
        isDisabled={sending !== undefined}
        onPress={controls.goOut}
        onConfirm={controls.confirm}
      />
      <Health bridge={bridge} />
    </>
  );
}

interface TroubleProps {
  readonly problem: ListProblem;
  readonly onRetry: () => void;
}

/** No answer came, or the rules show this person nothing. Trying an acceptance again counts once. */
function Trouble({ problem: { sentence, remedy, lost }, onRetry }: TroubleProps) {
  const { Banner, Button } = useKit();
  return (
    <Banner tone={lost ? 'warning' : 'info'} title={sentence}>
      <p>{remedy}</p>
      {lost && (
        <div className="baton-actions">
          <Button label="Try again" emphasis="default" onPress={onRetry} />
        </div>
      )}
    </Banner>
  );
}
