import { createRoot } from 'react-dom/client';
import { start } from 'single-spa';
import { probeScale, sheets } from '@baton/ui';
import type { CodeSource } from '@baton/host-kit';
import { App } from './app';
import shellSheet from './shell.css';

/** What the shell needs from the page that starts it. */
export interface ShellOptions {
  /** Reaches the routing backend. */
  fetch: typeof fetch;
  /** Where modules come from when they are not federated: the benchmark's one bundle. */
  code?: CodeSource;
}

/** Puts the desktop into the page. Called once, after the page's script policy is set. */
export function runShell({ fetch, code }: ShellOptions): void {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets, shellSheet];
  document.documentElement.style.setProperty('--baton-scale', String(probeScale(document)));
  const place = document.getElementById('baton');
  if (place === null) throw new Error('The page has no element "#baton" for the desktop. Take shell/src/index.html as it is.');
  createRoot(place).render(<App fetch={fetch} code={code} />);
  start({ urlRerouteOnly: true });
}
