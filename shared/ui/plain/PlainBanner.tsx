import { useEffect, useRef } from 'react';
import type { BannerProps } from '../kit';

/** A message with a coloured edge; its title says what its colour says. */
export function PlainBanner({ tone, title, children, takesFocus }: BannerProps) {
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) banner.current?.focus();
  }, [takesFocus]);
  return (
    <div
      className="baton-banner"
      data-kind={tone}
      role={tone === 'info' ? 'status' : 'alert'}
      ref={banner}
      {...(takesFocus ? { tabIndex: -1 } : {})}
    >
      <p className="baton-strong">{title}</p>
      {children}
    </div>
  );
}
