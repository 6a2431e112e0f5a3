import { createRoot } from 'react-dom/client';
import { start } from 'single-spa';
import { guardKeys, keepFocus, probeScale, sheets } from '@baton/ui';
import { systemClock } from '@baton/host-kit';
import type { CodeSource, SharedLibraries } from '@baton/host-kit';
import { App } from './app';
import { createShellTexts } from './language';
import { refuseDrops } from './refuse-drops';
import type { Language } from './language';
import shellSheet from './shell.css';

/** What the shell needs from the page that starts it. */
export interface ShellOptions {
  /** Reaches the mocked routing backend. Default: the page's own, which reaches a real one. */
  fetch?: typeof fetch;
  /** How the page speaks. */
  language: Language;
  /** Where modules come from when they are not federated: the benchmark's one bundle. */
  code?: CodeSource;
  /** What the page has for federated modules besides React. */
  shared?: SharedLibraries;
  /** In front of the mocked contact centre: what people may do to it. */
  demo?: Demo;
  /** Why the address cannot be shown, whatever it asks for. */
  problem?: string;
}

/** The mocked contact centre, as the shell offers it. */
export interface Demo {
  /** Situations to choose from, with the agent on whose desktop each plays. */
  scenarios: readonly { id: string; title: string; description: string; agent: string }[];
  /** Starts the present scenario over, in every window. */
  reset(): Promise<void>;
}

/** Puts the desktop into the page. Called once, after the page's script policy is set. */
export async function runShell(options: ShellOptions): Promise<void> {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets, shellSheet];
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
