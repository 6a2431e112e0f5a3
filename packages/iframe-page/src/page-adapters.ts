import * as v from 'valibot';
import type { Clock, HostAdapters, Random } from '@baton/contracts';
import type { PageState } from '@baton/contracts/bridge';
import { createSoundPlayer, createTraceparent } from '@baton/host-kit';
import type { Texts, UiTextId } from '@baton/ui/texts';
import type { Channel } from './channel';

/** The modules' adapters, carried out by the parent's page. */
export interface ParentAdapters {
  adapters: Partial<HostAdapters>;
  /** Updates the state of the parent's page. */
  setState(state: PageState): void;
  /** The agent has clicked on a notification. */
  clicked(notification: string): void;
}

const Permission = v.picklist(['granted', 'denied', 'default', 'unsupported']);

export function createParentAdapters(
  channel: Channel,
  texts: Texts<UiTextId>,
  { clock, random }: { clock: Clock; random: Random },
  state: PageState,
): ParentAdapters {
  let page = state;
  let shown = 0;
  const clicks = new Map<string, () => void>();
  const takesOver = (adapter: keyof HostAdapters) => page.adapters.includes(adapter);

  // With allow="autoplay" a frame may play sound as soon as the page around it may.
  const unlocked = () => page.soundUnlocked || (navigator.userActivation?.hasBeenActive ?? true);
  const own = createSoundPlayer(clock, unlocked);

  return {
    setState(next) {
      page = next;
    },
    clicked: (notification) => clicks.get(notification)?.(),
    adapters: {
      desktopNotification: {
        permission: () => page.notificationPermission,
        async requestPermission() {
          const answer = v.safeParse(Permission, await channel.ask('askPermission', {}).catch(() => undefined));
          if (answer.success) page = { ...page, notificationPermission: answer.output };
          return page.notificationPermission;
        },
        show({ onClick, ...rest }) {
          shown += 1;
          const notification = String(shown);
          clicks.set(notification, onClick);
          channel.send('notify', { notification, ...rest });
          return () => {
            clicks.delete(notification);
            channel.send('closeNotification', { notification });
          };
        },
      },
      sound: {
        unlocked: () => (takesOver('sound') ? page.soundUnlocked : unlocked()),
        play(sound, how) {
          if (takesOver('sound')) channel.send('sound', { sound, ...how });
          else own.play(sound, how);
        },
      },
      title: {
        set({ incoming, unread, waiting = 0 }) {
          const title = '{title}';
          const rest = waiting > 0 ? texts.t('title.waiting', { count: waiting, title }) : title;
          const others = unread > 0 ? texts.t('title.unread', { count: unread, title: rest }) : rest;
          const text = incoming > 0 ? texts.t('title.incoming', { count: incoming, title }) : others;
          channel.send('title', { incoming, unread, waiting, text });
        },
      },
      // A sandboxed frame may open no window.
      navigate: (url) => channel.send('navigate', { url: url.href }),
      telemetry: {
        emit(event) {
          if (!takesOver('telemetry')) return undefined;
          // The trace of a hand-over begins here, since the parent's answer would be too late.
          const { traceparent = event.name === 'baton.transfer.requested' ? createTraceparent(random) : undefined } =
            event;
          channel.send('telemetry', { ...event, ...(traceparent !== undefined && { traceparent }) });
          return traceparent;
        },
      },
    },
  };
}
