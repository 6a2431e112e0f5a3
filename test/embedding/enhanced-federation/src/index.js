import { allowScriptsFrom } from '@baton/host-kit';

// Under Trusted Types: scripts come from here and from where webpack.config.js has its remotes, and from nowhere else.
allowScriptsFrom([location.origin, 'http://localhost:4401']);

// Sharing needs a turn: the page's own code comes after it.
void import('./desktop.js');
