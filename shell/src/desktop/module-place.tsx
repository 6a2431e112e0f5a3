import { useEffect, useRef } from 'react';
import { registerApplication, unregisterApplication } from 'single-spa';
import type { Baton, Placement } from '@baton/host-kit';
import { readRoute } from '../route';

/** Where a module stands while it is rendered: an application of single-spa, as long as the address is a desktop's. */
export function ModulePlace({
  baton,
  className,
  module,
  view,
  label,
  load,
  room,
}: Placement & { baton: Pick<Baton, 'register'>; className?: string }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (place.current === null) return undefined;
    const placement = { module, view, label, load, room, singleSpa, activeWhen: isDesktop };
    const unregister = baton.register(place.current, placement);
    return () => void unregister();
  }, [baton, module, view, label, load, room]);

  return <div ref={place} className={className} />;
}

const singleSpa = { registerApplication, unregisterApplication };

const isDesktop = ({ href }: Location) => readRoute(new URL(href)).page === 'desktop';
