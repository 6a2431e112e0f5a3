import { defineModule } from '@baton/module-kit';
import { intents } from './intents';
import manifest from '../package.json';
import { sheets } from './sheets';
import { catalogue, translations } from './messages';
import { Views } from './views';

/** Single-spa lifecycles of the SMS window. Views: the window itself (the default), `interactions` and `details`. */
export const { bootstrap, mount, unmount, update } = defineModule({
  name: 'sms-window',
  version: manifest.version,
  view: Views,
  sheets,
  catalogue,
  intents,
  translations,
});

export { intents };
