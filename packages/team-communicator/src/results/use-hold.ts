import { useEffect, useRef } from 'react';

/** Reports whether focus or pointer is inside an element whose content must not move under them. */
export function useHold(onHold: (held: boolean) => void): {
  focus(inside: boolean): void;
  pointer(inside: boolean): void;
} {
  const inside = useRef({ focus: false, pointer: false });
  const report = useRef(onHold);

  useEffect(() => {
    report.current = onHold;
  }, [onHold]);
  // React fires no blur for a removed element.
  useEffect(() => () => report.current(false), []);

  function change(now: Partial<typeof inside.current>): void {
    inside.current = { ...inside.current, ...now };
    onHold(inside.current.focus || inside.current.pointer);
  }

  return { focus: (focus) => change({ focus }), pointer: (pointer) => change({ pointer }) };
}
