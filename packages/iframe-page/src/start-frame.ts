import type { Clock, Random } from '@baton/contracts';
import type { Refusal } from '@baton/contracts/bridge';
import { bridgeVersion } from '@baton/contracts/bridge';
import { allowScriptsFrom } from '@baton/host-kit';
import { probeScale, sheets } from '@baton/ui/theme';
import { serveParent } from './serve-parent';
import type { ServedParent } from './serve-parent';
import { readDeployment, scriptOrigins } from './deployment';
import type { Reach } from './desktop';
import frameSheet from './frame.css';
import { checkGreeting } from './check-greeting';
import { showNote } from './note';
import { placesOf } from './places';

/** Waits for the parent's greeting and shows the agent's modules. Called once, by the page's script. */
export function startFrame(
  reachBackend: () => Promise<Reach>,
  { clock, random }: { clock: Clock; random: Random },
): void {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets, frameSheet];
  document.documentElement.style.setProperty('--baton-scale', String(probeScale(document)));
  const note = showNote(document, clock);
  const read = readDeployment(document);
  const asked = placesOf(new URL(window.location.href));
  if (read.ok) allowScriptsFrom(scriptOrigins(read.deployment, document.baseURI));
  // After `allowScriptsFrom`, since a mocked backend starts workers.
  const reach = reachBackend();
  let parent: ServedParent | undefined;

  window.addEventListener('message', ({ data, origin, source, ports: [port] }: MessageEvent<unknown>) => {
    // Other libraries and the browser's tools send messages here, too.
    if (!claimsToBeOurs(data)) return;
    if (source !== window.parent || window.parent === window || port === undefined) {
      parent?.ignored('foreign', 'A window that is not the parent sent a message of the bridge.');
      return;
    }
    if (!read.ok) return refuse(port, 'deployment', read.problem);
    if (!asked.ok) return refuse(port, 'module', asked.problem);
    const { deployment } = read;
    const decision = checkGreeting(data, origin, deployment, window.location.origin);
    if (decision.decision === 'ignore') return parent?.ignored('malformed', decision.detail);
    if (decision.decision === 'refuse') {
      note.show();
      return refuse(port, decision.code, decision.message);
    }
    note.remove();
    // A parent that connects again starts from the beginning.
    parent?.leave();
    const { greeting } = decision;
    parent = serveParent({
      port,
      greeting,
      reach,
      places: asked.places,
      deployment,
      clock,
      random,
      refuse: (code, message) => refuse(port, code, message),
    });
    return undefined;
  });
}

function refuse(port: MessagePort, code: Refusal, message: string): void {
  port.postMessage({ source: 'baton', v: bridgeVersion, type: 'refused', id: '0', payload: { code, message } });
}

function claimsToBeOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'source' in data && data.source === 'baton';
}
