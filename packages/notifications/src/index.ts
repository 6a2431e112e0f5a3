import { defineModule } from '@baton/module-kit';
import manifest from '../package.json';
import { intents } from './intents';
import { catalogue, translations } from './messages';
import myMessages from './my-messages/my-messages.css';
import { Notifications } from './notifications';
import previews from './previews/previews.css';

/** Single-spa lifecycles of Notifications. Views: `previews` (the default), `overlay`, `messages`, `settings` and `self-check`. */
export const { bootstrap, mount, unmount, update } = defineModule({
  name: 'notifications',
  version: manifest.version,
  view: Notifications,
  sheets: [previews, myMessages],
  catalogue,
  intents,
  translations,
});

export { intents };
