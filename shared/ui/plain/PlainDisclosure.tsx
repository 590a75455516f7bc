import { useId } from 'react';
import type { DisclosureProps } from '../kit';

/** A button that opens and closes what is below it, and says which. */
export function PlainDisclosure({ label, isOpen, onToggle, children }: DisclosureProps) {
  const id = useId();
  return (
    <>
      <button type="button" className="baton-toggle" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
        {label}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </>
  );
}
