import type { ReactNode } from 'react';
import { useKeptHeight } from './use-kept-height';

/** The place of an invitation. What it came to stands in the same place, and leaves it as high as it was. */
export function Slot({ ended, children }: { ended: boolean; children: ReactNode }) {
  const item = useKeptHeight<HTMLLIElement>(ended);
  return <li ref={item}>{children}</li>;
}
