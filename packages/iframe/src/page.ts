import type { OptionalFields } from '@baton/contracts';
import type { FrameMessage, PageState, PayloadOf } from '@baton/contracts/bridge';
import { safely } from '@baton/runtime';
import type { FrameChannel, Handlers } from './frame-channel';
import type { PageAdapters } from './options';

/** The services that the frame cannot provide itself: notifications, title and links. */
export interface Page {
  state(): PageState;
  handlers: Pick<
    Handlers,
    'askPermission' | 'notify' | 'closeNotification' | 'sound' | 'title' | 'navigate' | 'telemetry'
  >;
  /** Closes all notifications and restores the title. */
  restore(): void;
}

/** Uses the host's adapters, and the browser's own functions where there are none. */
export function createPage(
  adapters: () => OptionalFields<PageAdapters>,
  onNotificationClick: (channel: FrameChannel, notification: string) => void,
): Page {
  const shown = new Map<string, () => void>();
  let hostTitle: string;
  let shownTitle: string | undefined;
  const notifier = () => adapters().desktopNotification ?? browserNotifier;

  function title({ text, ...counts }: PayloadOf<FrameMessage, 'title'>) {
    const { title: badge } = adapters();
    if (badge) return badge.set(counts);
    // A title that Baton has not written is the host's, which may change at any time.
    if (document.title !== shownTitle) hostTitle = document.title;
    shownTitle = document.title = text.replace('{title}', () => hostTitle);
    return undefined;
  }

  const handlers: Page['handlers'] = {
    askPermission: (_, channel, id) => channel.answer(id, async () => notifier().requestPermission()),
    notify({ notification, ...rest }, channel) {
      // An agent who works in this page sees the frame.
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
      for (const close of shown.values()) safely(close);
      shown.clear();
      safely(() => title({ incoming: 0, unread: 0, text: '{title}' }));
    },
  };
}

const browserNotifier: PageAdapters['desktopNotification'] = {
  // Missing in some browsers, and on insecure pages.
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
