import { createContext, use } from 'react';
import type { HostContext } from '@baton/contracts';
import type { StagePage } from './stage';

/** What all components of one mounted copy share. */
export interface CopyContext {
  host: HostContext;
  overlays: HTMLElement;
  page: StagePage;
}

export const CopyContext = createContext<CopyContext | null>(null);

/** @throws outside a tree that `defineModule` rendered */
export function useCopy(): CopyContext {
  const copy = use(CopyContext);
  if (copy === null) throw new Error('Hooks of module-kit work inside a mounted module only.');
  return copy;
}
