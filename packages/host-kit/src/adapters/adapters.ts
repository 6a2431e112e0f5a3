import { createAnnouncer } from '@baton/ui/announcer';
import type { Announcer, Clock, HostAdapters } from '@baton/contracts';
import type { Texts } from '../texts';
import { desktopNotifier } from './desktop-notification';
import { createSoundPlayer } from './sound';
import { createAgentStorage } from './storage';
import { harmless } from './telemetry';
import { createTitleBadge } from './title';

/** What the page's own adapters are made from. */
export interface PageOptions {
  agentId: string;
  clock: Clock;
  texts: Texts;
  /** Aborted when Baton closes. */
  closing: AbortSignal;
}

/** The host's adapters, and the page's own where the host gives none. */
export function createAdapters(given: Partial<HostAdapters>, page: PageOptions): HostAdapters {
  return {
    announcer: given.announcer ?? pageAnnouncer(page),
    sound: given.sound ?? createSoundPlayer(page.clock),
    desktopNotification: given.desktopNotification ?? desktopNotifier,
    title: given.title ?? createTitleBadge(document, page.texts),
    storage: given.storage ?? createAgentStorage(page.agentId),
    navigate: given.navigate ?? ((url) => void window.open(url, '_blank', 'noopener,noreferrer')),
    telemetry: given.telemetry === undefined ? { emit: () => undefined } : harmless(given.telemetry),
  };
}

/** Holds live regions of the page for as long as Baton is in it. */
function pageAnnouncer({ clock, texts, closing }: PageOptions): Announcer {
  const announcer = createAnnouncer({ clock, document, language: () => texts.language });
  closing.addEventListener('abort', () => announcer.release(), { once: true });
  return announcer;
}
