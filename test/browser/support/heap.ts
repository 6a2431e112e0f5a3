import type { CDPSession, Page } from '@playwright/test';

/** Live objects by constructor, of the page and of the language. */
const ofPage = [
  'Node',
  'ShadowRoot',
  'CSSStyleSheet',
  'MutationObserver',
  'ResizeObserver',
  'IntersectionObserver',
  'AbortController',
  'MessagePort',
] as const;
const ofLanguage = ['Promise', 'Map', 'Set', 'Array', 'Function'] as const;

/** What a page holds on to when its garbage has been collected. */
export interface Heap {
  /** Nodes, observers and the like, and listeners of any kind. */
  page: Record<string, number>;
  /** Objects of the language. */
  language: Record<string, number>;
  /** Of the objects, closures, arrays and strings that scripts hold on to. */
  bytes: number;
}

/**
 * The node types of a heap snapshot that scripts cause. The rest belongs to the browser: machine code, which is
 * compiled and dropped again, and notes for the debugger on requests and long tasks.
 */
const ofScripts: ReadonlySet<string> = new Set([
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'symbol',
  'bigint',
  'regexp',
  'number',
]);

/** Gives a look into a page's heap, through the browser's own debugger, when it has come to rest. */
export async function openHeap(page: Page): Promise<() => Promise<Heap>> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable');
  await debug.send('HeapProfiler.enable');

  async function look(): Promise<Omit<Heap, 'bytes'>> {
    await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    const counts = await instances(debug, [...ofPage, ...ofLanguage]);
    const of = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, counts[name] ?? Number.NaN]));
    return { page: { ...of(ofPage), listeners: metric('JSEventListeners') }, language: of(ofLanguage) };
  }

  return async () => {
    // Timers that are still out hold on to what they are about; what is held weakly goes one collection later.
    for (let last = await look(); ;) {
      const next = await look();
      if (JSON.stringify(last) === JSON.stringify(next)) return { ...next, bytes: await bytesOfScripts(debug) };
      last = next;
    }
  };
}

/** Counts in one go: each query collects the garbage first. */
async function instances(debug: CDPSession, constructors: readonly string[]): Promise<Record<string, number>> {
  const objectGroup = 'heap';
  const { result: prototype } = await debug.send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup });
  const { objects } = await debug.send('Runtime.queryObjects', {
    prototypeObjectId: known(prototype.objectId),
    objectGroup,
  });
  // An element of the page is an object of the language only once a script has touched it, which says nothing: all of them count.
  const { result } = await debug.send('Runtime.callFunctionOn', {
    objectId: known(objects.objectId),
    functionDeclaration: `function (names) {
      const inPage = new Set(document.querySelectorAll('*'));
      const elsewhere = this.filter((object) => !inPage.has(object));
      const count = (name) => elsewhere.filter((object) => globalThis[name].prototype.isPrototypeOf(object)).length;
      return names.map((name) => count(name) + (name === 'Node' ? inPage.size : 0));
    }`,
    arguments: [{ value: constructors }],
    returnByValue: true,
  });
  await debug.send('Runtime.releaseObjectGroup', { objectGroup });
  const counts: number[] = result.value;
  return Object.fromEntries(constructors.map((name, index) => [name, counts[index] ?? Number.NaN]));
}

/** Takes a heap snapshot and adds up what scripts hold. Its format: V8's src/profiler/heap-snapshot-generator.cc. */
async function bytesOfScripts(debug: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  debug.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await debug.send('HeapProfiler.takeHeapSnapshot');
  debug.off('HeapProfiler.addHeapSnapshotChunk', collect);

  const { snapshot, nodes }: HeapSnapshot = JSON.parse(chunks.join(''));
  const {
    node_fields: fields,
    node_types: [types],
  } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (ofScripts.has(types[nodes[node + type] ?? -1] ?? '')) bytes += nodes[node + size] ?? 0;
  }
  return bytes;
}

interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  /** One after the other, each as long as there are fields. */
  nodes: number[];
}

function known(id: string | undefined): string {
  if (id === undefined) throw new Error('The debugger knows no such object.');
  return id;
}
