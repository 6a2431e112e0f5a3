import { createRoot } from 'react-dom/client';
import { start } from 'single-spa';
import { guardKeys, keepFocus, probeScale, sheets } from '@baton/ui';
import { systemClock } from '@baton/host-kit';
import { App } from './app';
import { createShellTexts } from './language';
import { refuseDrops } from './refuse-drops';
import type { ShellOptions } from './shell-options';
import shellSheet from './shell.css';

/** Puts the desktop into the page. Called once, after the page's script policy is set. */
export async function runShell(options: ShellOptions): Promise<void> {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets, shellSheet, ...(options.sheets ?? [])];
  guardKeys(document);
  refuseDrops(document);
  document.documentElement.style.setProperty('--baton-scale', String(probeScale(document)));
  const place = document.getElementById('baton');
  if (place === null)
    throw new Error('The page has no element "#baton" for the desktop. Take shell/src/index.html as it is.');
  // The last place for focus, on every page of the shell.
  place.tabIndex = -1;
  keepFocus(place, systemClock);
  const texts = createShellTexts(options.language);
  // A language that does not come is told to whoever runs the shell; the agent works on in English.
  await texts.ready.catch((problem: unknown) => reportError(problem));
  document.documentElement.lang = texts.language;
  document.documentElement.dir = options.language.dir;
  createRoot(place, { onUncaughtError: tellFailure }).render(<App {...options} texts={texts} />);
  start({ urlRerouteOnly: true });
}

/** Tells the console, and the page's own script (fatal.js), that the desktop does not come or has broken down. */
export function tellFailure(cause: unknown): void {
  reportError(cause);
  window.dispatchEvent(new Event('baton-start-failed'));
}
