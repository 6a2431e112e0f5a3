import { createAnnouncer } from '@baton/ui/announcer';
import type { Clock, HostAdapters } from '@baton/contracts';
import type { Texts } from '../texts';
import { desktopNotifier } from './desktop-notification';
import { harmless } from './harmless';
import { createSoundPlayer } from './sound';
import { createAgentStorage } from './storage';
import { createTitleBadge } from './title';

/** What the page's own adapters are made from. */
export interface PageOptions {
  agentId: string;
  clock: Clock;
  texts: Texts;
}

/** The host's adapters, and the page's own where the host gives none; `release` takes our live regions away again. */
export function createAdapters(
  host: Partial<HostAdapters>,
  { agentId, clock, texts }: PageOptions,
): { adapters: HostAdapters; release(): void } {
  const given = harmless(host);
  const { announcer, release } =
    given.announcer === undefined
      ? pageAnnouncer(clock, texts)
      : { announcer: given.announcer, release: () => undefined };
  const adapters: HostAdapters = {
    announcer,
    sound: given.sound ?? createSoundPlayer(clock),
    desktopNotification: given.desktopNotification ?? desktopNotifier,
    title: given.title ?? createTitleBadge(document, texts),
    storage: given.storage ?? createAgentStorage(agentId),
    navigate: given.navigate ?? ((url) => void window.open(url, '_blank', 'noopener,noreferrer')),
    telemetry: given.telemetry ?? { emit: () => undefined },
  };
  return { adapters, release };
}

function pageAnnouncer(clock: Clock, texts: Texts) {
  const announcer = createAnnouncer({ clock, document, language: () => texts.language });
  return { announcer, release: announcer.release };
}
