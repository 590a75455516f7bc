import { useEffect, useRef, type ReactNode } from 'react';
import { loudest } from '../../src/panel/lozenges';
import type { PanelView } from '../../src/panel/view';
import { State } from './State';

interface HeadlineProps {
  readonly view: PanelView;
  readonly since: number;
  readonly now: () => number;
  /** Whenever it grows the focus comes here: the person has just done something. */
  readonly returns: number;
  /** What stands right below who holds it. */
  readonly children?: ReactNode;
}

/** First line: who holds it. */
export function Headline({ view, since, now, returns, children }: HeadlineProps) {
  const { lozenges, headline, detail } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (returns > 0) heading.current?.focus();
  }, [returns]);
  return (
    <header className="baton-head" data-tone={loudest(view)?.tone ?? 'neutral'}>
      {lozenges.length > 0 && (
        <p className="baton-lozenges">
          {lozenges.map(lozenge => (
            <State key={lozenge.tone} lozenge={lozenge} since={since} now={now} />
          ))}
        </p>
      )}
      <h2 className="baton-headline" tabIndex={-1} ref={heading}>
        {headline}
      </h2>
      {children}
      <p className="baton-muted">{detail}</p>
    </header>
  );
}
