import { systemClock, systemRandom } from '@baton/host-kit';
import { startFrame } from './start-frame';

// The page as it runs in production: token from the parent, no mock.
startFrame(() => Promise.resolve({}), { clock: systemClock, random: systemRandom });
