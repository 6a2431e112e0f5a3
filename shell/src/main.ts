import { allowScriptsFrom } from '@baton/host-kit';
import { readLanguage } from './language';
import { scriptOrigins } from './modules';
import { unknownKeys } from './route';
import { runShell, tellFailure } from './run-shell';
import { sharedKit } from './shared-kit';

// The desktop as it runs in production: no mock in the page, the routing backend on its own origin.
const url = new URL(window.location.href);
allowScriptsFrom(scriptOrigins());
tellUnknownKeys();
runShell({ shared: sharedKit, language: readLanguage(url) }).catch(tellFailure);

/**
 * Links to a desktop come with keys of others: of a sign-on, of a campaign. An agent is to work all the same, so those
 * that look for a spelling mistake find it in the console.
 */
function tellUnknownKeys(): void {
  const unknown = unknownKeys(url);
  if (unknown.length > 0) console.warn(`Baton: these keys of the address mean nothing here: ${unknown.join(', ')}.`);
}
