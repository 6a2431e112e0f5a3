import type { Announcer } from '@baton/contracts';
import { createContext, use, useCallback, type ReactNode } from 'react';

const AnnouncerContext = createContext<Announcer | undefined>(undefined);

/** Provides an announcer to the components inside. */
export function AnnouncerProvider({ announcer, children }: { announcer: Announcer; children: ReactNode }) {
  return <AnnouncerContext value={announcer}>{children}</AnnouncerContext>;
}

/** The function that speaks to screen readers. Throws outside an AnnouncerProvider. */
export function useAnnounce(): Announcer['announce'] {
  const announcer = use(AnnouncerContext);
  if (!announcer) throw new Error('useAnnounce needs an AnnouncerProvider around it');
  return useCallback<Announcer['announce']>((text, options) => announcer.announce(text, options), [announcer]);
}
