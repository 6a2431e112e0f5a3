import { runShell } from './run-shell';
import { allowScriptsFrom } from './trusted-types';

// The desktop as it runs in production: routing backend and modules are on the page's own origin.
allowScriptsFrom([window.location.origin]);
runShell({ fetch: window.fetch.bind(window) });
