import type { PageState } from '@baton/contracts';
import type { Channel, Handlers } from './channel';
import type { PageAdapters } from './options';

/** The page as the frame needs it: with notifications, title and links, for which the frame has no means of its own. */
export interface Page {
  state(): PageState;
  handlers: Pick<Handlers, 'askPermission' | 'notify' | 'closeNotification' | 'sound' | 'title' | 'navigate' | 'telemetry'>;
  /** Takes back everything that still shows. */
  restore(): void;
}

/** Uses the host's adapters where it has some, the browser's own means where not. */
export function createPage(adapters: () => Partial<PageAdapters>, onNotificationClick: (channel: Channel, notification: string) => void): Page {
  const shown = new Map<string, () => void>();
  const ownTitle = document.title;
  const notifier = () => adapters().desktopNotification ?? browserNotifier;

  const handlers: Page['handlers'] = {
    askPermission: (_, channel, id) => channel.answer(id, notifier().requestPermission),
    notify({ notification, ...rest }, channel) {
      shown.set(notification, notifier().show({ ...rest, onClick: () => onNotificationClick(channel, notification) }));
    },
    closeNotification({ notification }) {
      shown.get(notification)?.();
      shown.delete(notification);
    },
    sound: ({ sound, ...how }) => adapters().sound?.play(sound, how),
    title({ text, ...counts }) {
      const { title } = adapters();
      if (title) title.set(counts);
      else document.title = text.replace('{title}', () => ownTitle);
    },
    navigate({ url: address }) {
      const url = new URL(address);
      const { navigate = () => window.open(url, '_blank', 'noopener,noreferrer') } = adapters();
      if (/^(https?|tel):$/.test(url.protocol)) navigate(url);
    },
    telemetry: (event) => adapters().telemetry?.emit(event),
  };

  return {
    state: () => ({
      adapters: Object.keys(adapters()),
      notificationPermission: notifier().permission(),
      soundUnlocked: adapters().sound?.unlocked() ?? navigator.userActivation.hasBeenActive,
    }),
    handlers,
    restore() {
      for (const close of shown.values()) close();
      document.title = ownTitle;
    },
  };
}

const browserNotifier: PageAdapters['desktopNotification'] = {
  permission: () => ('Notification' in window ? Notification.permission : 'unsupported'),
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
