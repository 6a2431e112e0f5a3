import { useEffect, useRef } from 'react';

/** Tells whether focus or pointer is in something that must not move under them. */
export function useHold(onHold: (held: boolean) => void): {
  focus(inside: boolean): void;
  pointer(inside: boolean): void;
} {
  const inside = useRef({ focus: false, pointer: false });
  const tell = useRef(onHold);

  useEffect(() => {
    tell.current = onHold;
  }, [onHold]);
  // What is gone holds nothing, and says no goodbye.
  useEffect(() => () => tell.current(false), []);

  function change(now: Partial<typeof inside.current>): void {
    inside.current = { ...inside.current, ...now };
    onHold(inside.current.focus || inside.current.pointer);
  }

  return { focus: (focus) => change({ focus }), pointer: (pointer) => change({ pointer }) };
}
