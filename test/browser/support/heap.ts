import type { CDPSession, Page } from '@playwright/test';

/** Live objects by constructor, of the page and of the language. */
const ofPage = ['Node', 'ShadowRoot', 'CSSStyleSheet', 'MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'AbortController', 'MessagePort'] as const;
const ofLanguage = ['Promise', 'Map', 'Set', 'Array', 'Function'] as const;

/** What a page holds on to when its garbage has been collected. */
export interface Heap {
  /** Nodes, observers and the like, and listeners of any kind. */
  page: Record<string, number>;
  /** Objects of the language. */
  language: Record<string, number>;
  bytes: number;
}

/** Gives a look into a page's heap, through the browser's own debugger, when it has come to rest. */
export async function openHeap(page: Page): Promise<() => Promise<Heap>> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable');
  await debug.send('HeapProfiler.enable');

  async function look(): Promise<Heap> {
    await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    const counts = await instances(debug, [...ofPage, ...ofLanguage]);
    const of = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, counts[name] ?? Number.NaN]));
    return { page: { ...of(ofPage), listeners: metric('JSEventListeners') }, language: of(ofLanguage), bytes: metric('JSHeapUsedSize') };
  }

  return async () => {
    // Timers that are still out hold on to what they are about; what is held weakly goes one collection later.
    for (let last = await look(); ; ) {
      const next = await look();
      if (JSON.stringify([last.page, last.language]) === JSON.stringify([next.page, next.language])) return next;
      last = next;
    }
  };
}

/** Counts in one go: each query collects the garbage first. */
async function instances(debug: CDPSession, constructors: readonly string[]): Promise<Record<string, number>> {
  const objectGroup = 'heap';
  const { result: prototype } = await debug.send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup });
  const { objects } = await debug.send('Runtime.queryObjects', { prototypeObjectId: known(prototype.objectId), objectGroup });
  const { result } = await debug.send('Runtime.callFunctionOn', {
    objectId: known(objects.objectId),
    functionDeclaration: `function (names) {
      return names.map((name) => this.filter((object) => globalThis[name].prototype.isPrototypeOf(object)).length);
    }`,
    arguments: [{ value: constructors }],
    returnByValue: true,
  });
  await debug.send('Runtime.releaseObjectGroup', { objectGroup });
  const counts: number[] = result.value;
  return Object.fromEntries(constructors.map((name, index) => [name, counts[index] ?? Number.NaN]));
}

function known(id: string | undefined): string {
  if (id === undefined) throw new Error('The debugger knows no such object.');
  return id;
}
