import { useKit } from '../kit';
import type { Problem } from './panelState';

interface TroubleProps {
  readonly problem: Problem | undefined;
  /** Sentences at fields, with the fields' labels, in the order of the form. */
  readonly wrong?: readonly string[];
  readonly onRetry: () => void;
}

/** What went wrong last and what to do about it. */
export function Trouble({ problem, wrong = [], onRetry }: TroubleProps) {
  if (!problem) return null;
  if (problem.kind === 'unreachable') return <NoAnswer problem={problem} onRetry={onRetry} />;
  return <Refused key={problem.order} problem={problem} wrong={wrong} />;
}

/** The backend did not answer. Nothing typed is lost, and trying again counts once. */
function NoAnswer({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) {
  const { Banner, Button } = useKit();
  return (
    <Banner tone="warning" title={problem.sentence}>
      <p>{problem.remedy}</p>
      <div className="baton-actions">
        <Button label="Try again" emphasis="default" onPress={onRetry} />
      </div>
    </Banner>
  );
}

/** The rules do not allow it: the sentence, the remedy, and which fields are to blame. */
function Refused({ problem, wrong }: { readonly problem: Problem; readonly wrong: readonly string[] }) {
  const { Banner } = useKit();
  return (
    <Banner tone="error" title={problem.sentence} takesFocus>
      {problem.remedy && <p>{problem.remedy}</p>}
      {wrong.length > 0 && (
        <ul className="baton-wrong">
          {wrong.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
