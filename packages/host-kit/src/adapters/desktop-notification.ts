import type { DesktopNotifier } from '@baton/contracts';

/** Shows notifications of the operating system through the page's Notification API. */
export function createDesktopNotifier(): DesktopNotifier {
  // Chrome for Android has the constructor, and throws when it is called.
  let constructable = true;

  // Plain-HTTP pages of another machine and cross-origin frames have no notifications.
  const supported = () => constructable && typeof Notification !== 'undefined' && window.isSecureContext;

  return {
    permission: () => (supported() ? Notification.permission : 'unsupported'),

    async requestPermission() {
      return supported() ? Notification.requestPermission() : 'unsupported';
    },

    show({ tag, title, body, silent, onClick }) {
      if (!supported() || Notification.permission !== 'granted') return () => undefined;
      try {
        const notification = new Notification(title, { tag, body, silent, requireInteraction: true });
        notification.onclick = () => {
          window.focus();
          onClick();
          notification.close();
        };
        return () => notification.close();
      } catch {
        constructable = false;
        return () => undefined;
      }
    },
  };
}
