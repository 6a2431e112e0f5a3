import type { DesktopNotifier } from '@baton/contracts';

/** Shows notifications of the operating system through the page's Notification API. */
export function createDesktopNotifier(): DesktopNotifier {
  // In Chrome for Android the constructor exists but throws.
  let constructable = true;

  // Insecure pages and cross-origin frames have no notifications.
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
