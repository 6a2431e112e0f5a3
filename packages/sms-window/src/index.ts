import { defineModule } from '@baton/module-kit';
import { intents } from './intents';
import manifest from '../package.json';
import { sheets } from './sheets';
import { catalogue, translations } from './messages';
import { SmsWindow } from './window/sms-window';

/** The SMS window as a federated module: lifecycles of a single-spa application or parcel. */
export const { bootstrap, mount, unmount, update } = defineModule({
  name: 'sms-window',
  version: manifest.version,
  view: SmsWindow,
  sheets,
  catalogue,
  intents,
  translations,
});

export { intents };
