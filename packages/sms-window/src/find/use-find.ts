import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync, usePage } from '@baton/module-kit';
import { focusedElement, takesFocus } from '@baton/ui';
import type { Place } from '../window/place';

/** Whether the agent looks for something in the conversation shown. It ends when another one comes to the front. */
export interface FindControl {
  isOpen: boolean;
  field: RefObject<HTMLInputElement | null>;
  /** Opens it, or goes back to its field. */
  open(): void;
  /** Focus goes back to where it was. */
  close(): void;
}

/** @param fallback takes focus where what had it before has gone */
export function useFind(fallback: Place): FindControl {
  const page = usePage();
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<HTMLElement>(null);

  return {
    isOpen,
    field,
    open() {
      if (!isOpen) before.current = focusedElement(page);
      // What is typed next belongs into the field.
      flushSync(() => setOpen(true));
      field.current?.focus({ preventScroll: true });
      field.current?.select();
    },
    close() {
      if (!before.current || !takesFocus(before.current)) fallback.focus();
      setOpen(false);
    },
  };
}
