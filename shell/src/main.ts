import { allowScriptsFrom } from '@baton/host-kit';
import { readLanguage } from './language';
import { scriptOrigins } from './modules';
import { runShell, tellFailure } from './run-shell';
import { sharedKit } from './shared-kit';

// The desktop as it runs in production: no mock in the page, the routing backend on its own origin.
allowScriptsFrom(scriptOrigins());
runShell({
  shared: sharedKit,
  language: readLanguage(new URL(window.location.href)),
}).catch(tellFailure);
