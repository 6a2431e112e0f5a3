import type { DesktopNotifier } from '@baton/contracts';

/** Shows notifications of the operating system through the page's Notification API. */
export const desktopNotifier: DesktopNotifier = {
  permission: () => (supported() ? Notification.permission : 'unsupported'),

  async requestPermission() {
    return supported() ? Notification.requestPermission() : 'unsupported';
  },

  show({ tag, title, body, silent, onClick }) {
    if (!supported() || Notification.permission !== 'granted') return () => undefined;
    const notification = new Notification(title, { tag, body, silent, requireInteraction: true });
    notification.onclick = () => {
      window.focus();
      onClick();
      notification.close();
    };
    return () => notification.close();
  },
};

// Plain-HTTP pages of another machine and cross-origin frames have no notifications.
function supported(): boolean {
  return typeof Notification !== 'undefined' && window.isSecureContext;
}
