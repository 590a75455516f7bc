import { numberText } from '../../../src/replay';
import { useKit } from '../../kit';
import type { Progress } from './pageReplay';

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

const textOf = ({ doing, done, of }: Progress): string =>
  doing === 'reading'
    ? `${megabytes(done)} of ${megabytes(of)} MB read`
    : `${numberText(done)} of ${numberText(of)} tickets replayed`;

/** How far it is, and the way out of it. */
export function Running({ progress, onCancel }: { readonly progress: Progress; readonly onCancel: () => void }) {
  const { Button } = useKit();
  const text = textOf(progress);
  return (
    <div className="baton-running">
      <p role="status" className="baton-strong">
        {progress.doing === 'reading' ? 'Reading the file' : 'Replaying its tickets'}
      </p>
      <progress className="baton-progress" aria-label={text} max={Math.max(1, progress.of)} value={progress.done} />
      <p className="baton-muted">{text}</p>
      <div className="baton-actions">
        <Button label="Cancel" emphasis="default" onPress={onCancel} />
      </div>
    </div>
  );
}
