import { wordsOf } from '../../src/panel/wording';
import type { SectionProps } from './section';
import type { SettingsAsk } from './settingsBridge';
import { touchedWords } from './touchedWords';
import { useTouched } from './useTouched';

interface TouchedProps extends Pick<SectionProps, 'ask' | 'view'> {
  /** The text: when it is another one, it is asked again. */
  readonly of: unknown;
  /** What asks for it; undefined while something keeps the text from being used. */
  readonly request: (() => SettingsAsk) | undefined;
}

/** How many open tickets a text is about, before it is saved or signed. Nothing where none is in force yet. */
export function Touched({ ask, view, of, request }: TouchedProps) {
  const isInForce = view.versions.some(({ stage }) => stage === 'active');
  const asked = useTouched(ask, of, isInForce ? request : undefined);
  if (!isInForce) return null;
  if (!request)
    return (
      <p className="baton-muted">{`Which open ${wordsOf(view.desk).ticket}s it touches is told once nothing is to mend.`}</p>
    );
  return <div role="status">{asked === undefined ? <Counting desk={view.desk} /> : <Told {...{ asked, view }} />}</div>;
}

const Counting = ({ desk }: Pick<TouchedProps['view'], 'desk'>) => (
  <p className="baton-muted">{`Counting the open ${wordsOf(desk).ticket}s it touches…`}</p>
);

interface ToldProps extends Pick<TouchedProps, 'view'> {
  readonly asked: NonNullable<ReturnType<typeof useTouched>>;
}

function Told({ asked, view: { desk } }: ToldProps) {
  if ('sentence' in asked) return <p className="baton-muted">{`${asked.sentence} ${asked.remedy}`}</p>;
  const [first, ...others] = touchedWords(desk, asked);
  return (
    <>
      <p className="baton-strong">{first}</p>
      {others.map(each => (
        <p key={each} className="baton-muted">
          {each}
        </p>
      ))}
    </>
  );
}
