import { MyMessages } from './my-messages/my-messages';
import { Previews } from './previews/previews';
import { SelfCheckView } from './settings/self-check-view';
import { SettingsView } from './settings/settings';

/**
 * One of the module's views: My Messages (`messages`), what agents set for themselves (`settings`), what reaches them on this device (`self-check`), the incoming
 * interactions in the place that the host gives them (`previews`, the default), or pinned to the corner of the page (`overlay`).
 */
export function Notifications({ view }: { view?: string | undefined }) {
  switch (view) {
    case 'messages':
      return <MyMessages />;
    case 'settings':
      return <SettingsView />;
    case 'self-check':
      return <SelfCheckView />;
    default:
      return <Previews pinned={view === 'overlay'} />;
  }
}
