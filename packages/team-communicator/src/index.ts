import { defineModule } from '@baton/module-kit';
import { catalogue, translations } from './messages';
import { sheets } from './sheets';
import { TeamCommunicator } from './team-communicator';
import { intents } from './intents';
import manifest from '../package.json';

/** Team Communicator as a federated module: lifecycles of a single-spa application or parcel. */
export const { bootstrap, mount, unmount, update } = defineModule({
  name: 'team-communicator',
  version: manifest.version,
  view: TeamCommunicator,
  sheets,
  catalogue,
  intents,
  translations,
});

export { intents };
