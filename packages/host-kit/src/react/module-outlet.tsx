import { useEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import type { Baton, Placement } from '../baton';
import type { Outlet } from '../modules/outlet';

/** The place of a module in a React host. */
export interface ModuleOutletProps extends Placement {
  baton: Baton;
  /** Class of the element. It then has to set the size, too. */
  className?: string;
  /** Style of the element. Without `className` and a size here, the element is as high as its parent. */
  style?: CSSProperties;
}

/** Modules scroll within the height of their element. Without a height it would grow beyond the screen. */
const fillsItsParent: CSSProperties = { blockSize: '100%', minBlockSize: 0 };

/** Mounts a module while this component is rendered. A new `view` is shown without mounting the module again. */
export function ModuleOutlet({ baton, className, style, module, view, label, load, room }: ModuleOutletProps) {
  const place = useRef<HTMLDivElement>(null);
  const outlet = useRef<Outlet>(undefined);

  useEffect(() => {
    if (place.current === null) return undefined;
    const mounted = baton.mount(place.current, { module, label, load, room });
    outlet.current = mounted;
    return () => void mounted.unmount();
  }, [baton, module, label, load, room]);

  // Sets the first view, too: the module is mounted asynchronously, after this effect.
  useEffect(() => {
    // The outlet shows a failure card and reports to the host's onError.
    outlet.current?.update({ view }).catch(() => undefined);
  }, [baton, module, label, load, room, view]);

  return (
    <div ref={place} className={className} style={className === undefined ? { ...fillsItsParent, ...style } : style} />
  );
}
