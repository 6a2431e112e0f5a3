import { createAnnouncer } from '@baton/ui/announcer';
import type { Clock, HostAdapters, OptionalFields } from '@baton/contracts';
import type { Texts } from '../texts';
import { createDesktopNotifier } from './desktop-notification';
import { guardAdapters } from './guard-adapters';
import { createSoundPlayer } from './sound';
import { createAgentStorage } from './storage';
import { createTitleBadge } from './title';

/** What the page's own adapters are made from. */
export interface PageOptions {
  agentId: string;
  clock: Clock;
  texts: Texts;
}

/** The host's adapters, with the page's own where the host gives none. `release` removes Baton's live regions. */
export function createAdapters(
  host: OptionalFields<HostAdapters>,
  { agentId, clock, texts }: PageOptions,
): { adapters: HostAdapters; release(): void } {
  const { announcer, release } =
    host.announcer === undefined
      ? pageAnnouncer(clock, texts)
      : { announcer: host.announcer, release: () => undefined };
  const adapters = guardAdapters({
    announcer,
    sound: host.sound ?? createSoundPlayer(clock),
    desktopNotification: host.desktopNotification ?? createDesktopNotifier(),
    title: host.title ?? createTitleBadge(document, texts),
    storage: host.storage ?? createAgentStorage(agentId),
    navigate: host.navigate ?? ((url) => void window.open(url, '_blank', 'noopener,noreferrer')),
    telemetry: host.telemetry ?? { emit: () => undefined },
  });
  return { adapters, release };
}

function pageAnnouncer(clock: Clock, texts: Texts) {
  const announcer = createAnnouncer({ clock, document, language: () => texts.language });
  return { announcer, release: announcer.release };
}
