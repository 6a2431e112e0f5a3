import { allowScriptsFrom } from '@baton/host-kit';
import { scenarios, startMockedBackend } from '@baton/mocks/browser';
import { readLanguage } from './language';
import { withPseudoWords } from './mocked/pseudo';
import { scriptOrigins } from './modules';
import { runShell, tellFailure } from './run-shell';
import { sharedKit } from './shared-kit';

// The same desktop in front of the mocked contact centre; `?scenario=` chooses the situation.
// An address with a scenario that does not exist says so. `?locale=en-XA` and `en-XB` are languages for testing.
allowScriptsFrom(scriptOrigins());
const scenario = new URLSearchParams(window.location.search).get('scenario') ?? 'default';
withPseudoWords(readLanguage(new URL(window.location.href)))
  .then((language) =>
    startMockedBackend({ scenario }).then(
      ({ fetch, reset }) => runShell({ fetch, shared: sharedKit, language, demo: { scenarios, reset } }),
      (cause: unknown) =>
        runShell({ fetch, language, problem: cause instanceof Error ? cause.message : String(cause) }),
    ),
  )
  .catch(tellFailure);
