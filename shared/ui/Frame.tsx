import type { ReactNode } from 'react';

interface FrameProps {
  readonly desk: 'jira' | 'freshservice';
  readonly children: ReactNode;
}

/** What every screen stands in: the desk's colours, and as much room as it has. */
export function Frame({ desk, children }: FrameProps) {
  return (
    <div className="baton" data-desk={desk}>
      <div className="baton-frame">{children}</div>
    </div>
  );
}
