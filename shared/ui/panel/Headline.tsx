import { useEffect, useRef } from 'react';
import type { LozengeView, PanelView, Tone } from '../../src/panel/view';
import { useKit } from '../kit';

interface HeadlineProps {
  readonly view: PanelView;
  /** Whenever it grows the focus comes here: the person has just done something. */
  readonly returns: number;
}

/** First line: who holds it. */
export function Headline({ view, returns }: HeadlineProps) {
  const { Lozenge } = useKit();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (returns > 0) heading.current?.focus();
  }, [returns]);
  return (
    <header className="baton-head" data-tone={loudest(view.lozenges)}>
      {view.lozenges.length > 0 && (
        <p className="baton-lozenges">
          {view.lozenges.map(({ text, tone }) => (
            <Lozenge key={text} text={text} tone={tone} />
          ))}
        </p>
      )}
      <h2 className="baton-headline" tabIndex={-1} ref={heading}>
        {view.headline}
      </h2>
      <p className="baton-muted">{view.detail}</p>
    </header>
  );
}

const byLoudness: readonly Tone[] = ['breached', 'no handoff', 'at risk', 'offered', 'paused', 'met', 'held'];

/** The tone of the stick: what most needs to be seen. */
const loudest = (lozenges: readonly LozengeView[]): Tone =>
  byLoudness.find(tone => lozenges.some(lozenge => lozenge.tone === tone)) ?? 'neutral';
