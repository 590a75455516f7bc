import { preflight, type PreflightItem } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SetupProps } from './setupProps';
import { StartWatching } from './StartWatching';

const signs: Readonly<Record<PreflightItem['state'], readonly [text: string, tone: 'met' | 'at risk' | 'neutral']>> = {
  fine: ['FINE', 'met'],
  'to do': ['TO DO', 'at risk'],
  'cannot be known here': ['NOT KNOWN', 'neutral'],
};

const places: Readonly<Record<PreflightItem['place'], string>> = {
  sides: 'Who',
  teams: 'Teams',
  people: 'People',
  hours: 'Hours',
  channels: 'Channels',
  matrix: 'Matrix',
  about: 'About',
};

/** What is missing before the agreement counts, each with the way to where it is put right. */
export function Preflight(props: SetupProps) {
  const { draft, known, view, isFirst, isEditable, go } = props;
  const items = preflight(draft, { ...known, now: view.now });
  return (
    <div className="baton-fields">
      <p className="baton-muted">
        What has to be there before an agreement counts. What is still to do can be done later, too.
      </p>
      <ul className="baton-checks">
        {items.map(item => (
          <Item key={item.title} item={item} onGo={() => go(item.place)} />
        ))}
      </ul>
      {isFirst && isEditable && <StartWatching {...props} />}
      {!isFirst && <p role="status">An agreement is in force. What you change here is written as a new version.</p>}
    </div>
  );
}

/** How many sentences of one item are read at a glance. */
const SHOWN = 4;

function Item({ item, onGo }: { readonly item: PreflightItem; readonly onGo: () => void }) {
  const { Button, Lozenge } = useKit();
  const [text, tone] = signs[item.state];
  const more = item.says.length - SHOWN;
  return (
    <li className="baton-check">
      <p className="baton-strong">
        {item.title} <Lozenge text={text} tone={tone} />
      </p>
      {item.says.slice(0, SHOWN).map(says => (
        <p key={says}>{says}</p>
      ))}
      {more > 0 && <p className="baton-muted">And {more} more.</p>}
      {item.state === 'to do' && (
        <div className="baton-actions">
          <Button label={`Go to ${places[item.place]}: ${item.title}`} emphasis="default" onPress={onGo} />
        </div>
      )}
    </li>
  );
}
