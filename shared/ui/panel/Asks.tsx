import type { AsksView, AskView } from '../../src/panel/view';
import { Actions, type Pressing } from './Actions';

interface AsksProps extends Pressing {
  readonly asks: AsksView | undefined;
}

/** What is asked and open, who owes it until when, and what may be asked besides. */
export function Asks({ asks, ...pressing }: AsksProps) {
  if (!asks) return null;
  const { open, answered, actions } = asks;
  return (
    <section className="baton-section" aria-label="What is asked">
      <Listed title="Asked" asks={open} {...pressing} />
      <Listed title="Answered" asks={answered} {...pressing} />
      <Actions actions={actions} {...pressing} />
    </section>
  );
}

function Listed({
  title,
  asks,
  ...pressing
}: { readonly title: string; readonly asks: readonly AskView[] } & Pressing) {
  if (asks.length === 0) return null;
  return (
    <>
      <h3 className="baton-eyebrow">{title}</h3>
      <ul className="baton-asks">
        {asks.map(ask => (
          <Asked key={ask.id} ask={ask} {...pressing} />
        ))}
      </ul>
    </>
  );
}

function Asked({ ask, ...pressing }: { readonly ask: AskView } & Pressing) {
  return (
    <li className="baton-ask" data-late={ask.isLate}>
      <p className="baton-strong">{ask.title}</p>
      <p>{ask.question}</p>
      {ask.answer && <p className="baton-answered">{ask.answer}</p>}
      {ask.reference && <p className="baton-muted">{ask.reference}</p>}
      <p className="baton-muted">{ask.until}</p>
      <Actions actions={ask.actions} {...pressing} />
    </li>
  );
}
