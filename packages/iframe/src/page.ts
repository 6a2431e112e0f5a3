import type { FrameMessage, PageState, PayloadOf } from '@baton/contracts/bridge';
import type { Channel, Handlers } from './channel';
import { hook } from './hook';
import type { PageAdapters } from './options';

/** The page as the frame needs it: with notifications, title and links, for which the frame has no means of its own. */
export interface Page {
  state(): PageState;
  handlers: Pick<
    Handlers,
    'askPermission' | 'notify' | 'closeNotification' | 'sound' | 'title' | 'navigate' | 'telemetry'
  >;
  /** Takes back everything that still shows. */
  restore(): void;
}

/** Uses the host's adapters where it has some, the browser's own means where not. */
export function createPage(
  adapters: () => Partial<PageAdapters>,
  onNotificationClick: (channel: Channel, notification: string) => void,
): Page {
  const shown = new Map<string, () => void>();
  let hostTitle: string;
  let shownTitle: string | undefined;
  const notifier = () => adapters().desktopNotification ?? browserNotifier;

  function title({ text, ...counts }: PayloadOf<FrameMessage, 'title'>) {
    const { title: badge } = adapters();
    if (badge) return badge.set(counts);
    // What stands there and is not ours is the host's, who may change it at any time.
    if (document.title !== shownTitle) hostTitle = document.title;
    shownTitle = document.title = text.replace('{title}', () => hostTitle);
    return undefined;
  }

  const handlers: Page['handlers'] = {
    askPermission: (_, channel, id) => channel.answer(id, async () => notifier().requestPermission()),
    notify({ notification, ...rest }, channel) {
      // Who works in this page sees the frame.
      if (!document.hasFocus())
        shown.set(
          notification,
          notifier().show({ ...rest, onClick: () => onNotificationClick(channel, notification) }),
        );
    },
    closeNotification({ notification }) {
      shown.get(notification)?.();
      shown.delete(notification);
    },
    sound: ({ sound, ...how }) => adapters().sound?.play(sound, how),
    title,
    navigate({ url }) {
      const { navigate = () => window.open(url, '_blank', 'noopener,noreferrer') } = adapters();
      if (/^(https?|tel):/.test(url)) navigate(new URL(url));
    },
    telemetry: (event) => adapters().telemetry?.emit(event),
  };

  return {
    state: () => ({
      adapters: Object.entries(adapters()).flatMap(([name, adapter]) => (adapter ? name : [])),
      notificationPermission: notifier().permission(),
      soundUnlocked: adapters().sound?.unlocked() ?? navigator.userActivation.hasBeenActive,
    }),
    handlers,
    restore() {
      for (const close of shown.values()) hook(close);
      shown.clear();
      hook(() => title({ incoming: 0, unread: 0, text: '{title}' }));
    },
  };
}

const browserNotifier: PageAdapters['desktopNotification'] = {
  // Not every browser has it, and none on a plain-HTTP page of another machine.
  permission: () => window.Notification?.permission ?? 'unsupported',
  requestPermission: () => Notification.requestPermission(),
  show({ title, onClick, ...rest }) {
    const notification = new Notification(title, { ...rest, requireInteraction: true });
    notification.onclick = () => {
      window.focus();
      onClick();
      notification.close();
    };
    return () => notification.close();
  },
};
