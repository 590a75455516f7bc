import type { PanelView } from '../../src/panel/view';
import { useKit } from '../kit';

/** The ticket went on while somebody typed. What they typed stays. */
export function MovedMeanwhile({ view }: { readonly view: PanelView }) {
  const { Banner } = useKit();
  return (
    <Banner tone="warning" title="This has changed since you started">
      <p>
        {view.headline}. {view.detail}
      </p>
    </Banner>
  );
}
