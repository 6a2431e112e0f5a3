import { useEffect, useRef } from 'react';
import type { Baton, Placement } from '../baton';
import type { Outlet } from '../modules/outlet';

/** Mounts a module for as long as it is rendered. Another `view` shows without mounting it anew. */
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
  const outlet = useRef<Outlet>(undefined);

  useEffect(() => {
    if (place.current === null) return undefined;
    const mounted = baton.mount(place.current, { module, label, load, room });
    outlet.current = mounted;
    return () => void mounted.unmount();
  }, [baton, module, label, load, room]);

  // The first view too: the module itself is never there before the next turn.
  useEffect(() => {
    // What cannot be shown has a card in its place, and the host's onError knows why.
    outlet.current?.update({ view }).catch(() => undefined);
  }, [baton, module, label, load, room, view]);

  return <div ref={place} className={className} />;
}
