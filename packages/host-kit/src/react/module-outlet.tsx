import { useEffect, useRef } from 'react';
import type { Baton, Placement } from '../baton';

/** Registers a module with single-spa for as long as it is rendered. */
export function ModuleOutlet({
  baton,
  className,
  module,
  view,
  label,
  load,
  room,
}: Placement & { baton: Baton; className?: string }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const placement = { module, label, load, room, ...(view === undefined ? {} : { view }) };
    const unregister = baton.register(element, { ...placement, activeWhen: () => true });
    return () => void unregister();
  }, [baton, module, view, label, load, room]);

  return <div ref={place} className={className} />;
}
