import { createRoot } from 'react-dom/client';
import { systemClock } from '@baton/host-kit';
import { createControl } from '@baton/mocks/browser';
import {
  TextsProvider,
  adoptSheets,
  createTexts,
  guardKeys,
  keepFocus,
  probeScale,
  sheets,
  uiCatalogue,
} from '@baton/ui';
import { addressOf, readAddress } from '../address';
import type { MockedSettings } from '../address';
import { dock } from './dock';
import { createOverviewStore } from './overview-store';
import { Panel } from './panel';
import { whatIsSeen } from './seen';
import panelSheet from './panel.css';
import phoneSheet from './phone.css';

/**
 * Puts the scenario panel at the block end of the window, in a shadow root of its own.
 *
 * @param options.fetch reaches the mocked contact centre
 */
export async function showPanel({ fetch: fetchImpl }: { fetch: typeof fetch }): Promise<void> {
  const host = document.createElement('div');
  host.id = 'baton-panel';
  const shadow = host.attachShadow({ mode: 'open' });
  adoptSheets(shadow, [...sheets, panelSheet, phoneSheet]);

  const root = document.createElement('div');
  root.className = 'baton-root';
  root.lang = 'en';
  root.dir = 'ltr';
  root.dataset['batonTheme'] = readSettings().theme ?? 'auto';
  root.dataset['batonDensity'] = 'compact';
  // As large as the device says, whatever the desktop shows for testing.
  root.style.setProperty('--baton-scale', String(probeScale(document)));
  shadow.append(root);
  document.body.append(host);
  guardKeys(root);
  keepFocus(root, systemClock);
  dock(host);

  const texts = createTexts({ locale: 'en-GB', catalogues: [uiCatalogue] });
  await texts.ready;
  const control = createControl(fetchImpl);
  createRoot(root, { onUncaughtError: reportError }).render(
    <TextsProvider texts={texts}>
      <Panel
        control={control}
        store={createOverviewStore({ control, clock: systemClock, page: document })}
        readSettings={readSettings}
        open={(settings) => window.location.assign(addressOf(settings))}
        seen={() => whatIsSeen(document, host)}
        noteOpen={noteOpen}
      />
    </TextsProvider>,
  );
}

/** What the page's address says. The page has told of an address that says nothing before there is a panel. */
function readSettings(): MockedSettings {
  const read = readAddress(new URL(window.location.href));
  if (!read.ok) throw new Error(`The address cannot be read: ${read.problems.join(' ')}`);
  return read.settings;
}

function noteOpen(open: boolean): void {
  const address = addressOf({ ...readSettings(), panel: open || undefined });
  window.history.replaceState(window.history.state, '', address);
}
