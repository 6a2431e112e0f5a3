import { addressOf, readAddress } from '../address';
import type { MockedSettings } from '../address';

/** Opens the inspector when the address says so. A page in a frame is inspected from the outermost one. */
export async function inspectIfAsked({ inspect }: MockedSettings): Promise<void> {
  if (inspect === true && window.parent === window) await inspectPage();
}

let isOpen = false;

/** Opens the inspector over this page, unless it is open already. */
export async function inspectPage(): Promise<void> {
  const { openInspector } = await import(/* webpackChunkName: "inspector" */ './index');
  if (isOpen) return;
  isOpen = true;
  note(true);
  openInspector({
    onClose() {
      isOpen = false;
      note(false);
    },
  });
}

/** Writes it into the address, so that it is so after a reload. */
function note(inspect: boolean): void {
  const read = readAddress(new URL(window.location.href));
  if (!read.ok) return;
  const { inspect: _before, ...settings } = read.settings;
  const address = addressOf(inspect ? { ...settings, inspect } : settings);
  window.history.replaceState(window.history.state, '', address);
}
