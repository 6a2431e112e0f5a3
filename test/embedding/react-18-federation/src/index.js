import { allowScriptsFrom } from '@baton/host-kit';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';

// Under Trusted Types: scripts come from here and from there, and from nowhere else.
allowScriptsFrom([location.origin, new URL(server).origin]);

// Sharing needs a turn: the page's own code comes after it.
void import('./desktop.js');
