import { allowScriptsFrom, createAgentStorage } from '@baton/host-kit';
import { startMockedBackend } from '@baton/mocks/browser';
import { readLanguage } from './language';
import { addressOf, readAddress } from './mocked/address';
import type { MockedSettings } from './mocked/address';
import { demoCaseData } from './mocked/demo-case-data';
import { demoTemplates } from './mocked/demo-templates';
import { framesOf, hasFrames } from './mocked/frames';
import { inspectIfAsked } from './mocked/inspector/load-inspector';
import { createLinksPage } from './mocked/links/links-page';
import mockedSheet from './mocked/mocked.css';
import { loadPanel } from './mocked/panel/load-panel';
import { addressesIn, impossibleIn, isLockedIn, rulesIn, situationOf, withAgentOfState } from './mocked/situation';
import { withPseudoWords } from './mocked/pseudo';
import type { Preview } from './mocked/preview/conditions';
import { showPreview } from './mocked/preview/show-preview';
import { tellProgress } from './mocked/progress';
import { playStepsOf } from './mocked/steps';
import { moduleAddresses, scriptOrigins } from './modules';
import { runShell, tellFailure } from './run-shell';
import { sharedKit } from './shared-kit';

// The same desktop in front of the mocked contact centre. Everything about it can be said in the address:
// mocked/address.ts has the keys. What it cannot mean is said on the page.
const url = new URL(window.location.href);
tellProgress('opening');
allowScriptsFrom(scriptOrigins());
withPseudoWords(readLanguage(url))
  .then(async (language) => {
    const read = readAddress(url);
    if (!read.ok) return runShell({ language, problem: read.problems.join('; ') });
    const impossible = impossibleIn(read.settings);
    if (impossible.length > 0) return runShell({ language, problem: impossible.join('; ') });
    const settings = complete(read.settings);
    // Each frame shows its own.
    if (!hasFrames(settings)) showPreview(previewOf(settings));
    const backend = await startMockedBackend(situationOf(settings), {
      skewMs: settings.skew ?? 0,
      onReset: () => window.location.reload(),
    });
    const { fetch, clock, name } = backend;
    await runShell({
      fetch,
      clock,
      storageOf(agentId) {
        const storage = createAgentStorage(`${name} ${agentId}`);
        if (isLockedIn(settings)) storage.set('lock', '1');
        return storage;
      },
      modules: addressesIn(settings, moduleAddresses()),
      shared: sharedKit,
      language,
      pages: { ...framesOf(settings), SignIn: createLinksPage(settings) },
      templates: demoTemplates,
      caseData: demoCaseData,
      rules: rulesIn(settings),
      sheets: [mockedSheet],
    });
    inspectIfAsked(settings).catch(reportError);
    loadPanel(settings, fetch).catch(reportError);
    if (!hasFrames(settings)) await playStepsOf(settings, backend);
  })
  .then(() => tellProgress('open'))
  .catch((cause: unknown) => {
    tellProgress('failed');
    tellFailure(cause);
  });

/** Adds to the address what it leaves open, so that a reload and a copied link show the same. */
function complete(settings: MockedSettings): MockedSettings {
  const whole = withAgentOfState(settings);
  if (whole !== settings) window.history.replaceState(null, '', addressOf(whole));
  return whole;
}

function previewOf({ text = 100, motion, forced }: MockedSettings): Preview {
  return { textPercent: text, isMotionReduced: motion === 'reduced', isForced: forced === 'active' };
}
