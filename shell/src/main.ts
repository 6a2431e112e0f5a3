import { allowScriptsFrom } from '@baton/host-kit';
import { runShell } from './run-shell';

// The desktop as it runs in production: routing backend and modules are on the page's own origin.
allowScriptsFrom([window.location.origin]);
runShell({ fetch: window.fetch.bind(window) });
