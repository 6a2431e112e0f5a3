import { systemClock } from '@baton/host-kit';
import type { MockedSettings } from '../address';
import { passKeysOut } from './keys';

/** How long the panel waits for the desktop, which may fail to come, in milliseconds of the device's clock. */
const longestWaitMs = 10_000;

/**
 * Brings the scenario panel once the desktop stands, unless the address does without. Frames have none of their own, as
 * the page around them has one, unless their address asks for it.
 *
 * @param fetchImpl reaches the mocked contact centre
 */
export async function loadPanel({ panel }: MockedSettings, fetchImpl: typeof fetch): Promise<void> {
  if (panel !== true && window.parent !== window) return passKeysOut(document, window.parent.document);
  if (panel === false) return;
  await desktopStands(document);
  const { showPanel } = await import(/* webpackChunkName: "panel" */ './index');
  await showPanel({ fetch: fetchImpl });
}

/** Resolves when the first module stands in its place, or has not come in time; at once on pages that have none. */
function desktopStands(page: Document): Promise<void> {
  const isThere = () =>
    page.querySelector('#baton > *') !== null &&
    page.querySelector('#baton [aria-busy="true"]') === null &&
    (page.querySelector('#baton .regions') === null || page.querySelector('#baton [data-baton-module]') !== null);
  if (isThere()) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => isThere() && done());
    const cancel = systemClock.setTimeout(done, longestWaitMs);
    function done() {
      observer.disconnect();
      cancel();
      resolve();
    }
    observer.observe(page.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['aria-busy', 'data-baton-module'],
    });
  });
}
