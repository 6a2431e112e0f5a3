import { createAnnouncer } from '@baton/ui';
import type { TestHost } from '@baton/host-kit/testing';

const releases = new Set<() => void>();

/**
 * Gives a test host the real announcer, to be called before mounting. The recorded announcer of a test host also has
 * announcements that never reach a screen reader. Returns the texts that were written to the live regions, oldest first.
 */
export function spokenIn(host: TestHost): () => readonly string[] {
  const announcer = createAnnouncer({ document, clock: host.clock });
  host.adapters.announcer = announcer;
  const spoken: string[] = [];
  const keep = (changes: readonly MutationRecord[]) => {
    for (const { addedNodes } of changes) spoken.push(...[...addedNodes].map((text) => text.textContent ?? ''));
  };
  const observer = new MutationObserver(keep);
  for (const region of document.querySelectorAll('[data-baton-announcer]'))
    observer.observe(region, { childList: true });
  releases.add(() => {
    observer.disconnect();
    announcer.release();
  });
  return () => {
    keep(observer.takeRecords());
    return spoken;
  };
}

/** Returns the texts that a live log announces from now on: added nodes that are not inside `aria-live="off"`. */
export function saidByLog(log: Element): () => readonly string[] {
  const said: string[] = [];
  const keep = (changes: readonly MutationRecord[]) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      const element = node instanceof Element ? node : node.parentElement;
      const live = element?.closest('[aria-live]')?.getAttribute('aria-live');
      if (live !== 'off' && node.isConnected) said.push(node.textContent ?? '');
    }
  };
  const observer = new MutationObserver(keep);
  observer.observe(log, { childList: true, subtree: true });
  releases.add(() => observer.disconnect());
  return () => {
    keep(observer.takeRecords());
    return said;
  };
}

afterEach(() => {
  for (const release of releases) release();
  releases.clear();
});
