import type { Page } from '@playwright/test';

/** What a page has outside the modules' shadow roots. Lists are sorted, so that two footprints can be compared. */
export interface Footprint {
  /** `target type`, once for each listener. */
  listeners: string[];
  /** Those that run: for how long, and who began them. */
  timers: string[];
  /** Own properties of window and document, and of every prototype and constructor that the browser brought: names, and whether they are still the browser's. */
  globals: string[];
  /** Every element of the document with every computed property. */
  styles: string[];
  page: {
    title: string;
    address: string;
    history: number;
    head: string[];
    sheets: number;
    attributes: string[];
    body: string[];
    focus: string;
    storage: string[];
    locks: string[];
  };
}

interface Recorder {
  listeners(): string[];
  timers(): string[];
  globals(): string[];
}

declare global {
  interface Window {
    recorder: Recorder;
  }
}

/** Watches a page from before its first script on. */
export async function recordFootprint(page: Page): Promise<void> {
  await page.addInitScript(record);
}

export function footprint(page: Page): Promise<Footprint> {
  return page.evaluate(async () => {
    const outside = [...document.querySelectorAll('*')].filter(
      (element) => !element.matches('[data-baton-module], [data-baton-announcer]'),
    );
    const properties = [...getComputedStyle(document.documentElement)];
    const { held = [] } = await navigator.locks.query();
    return {
      listeners: window.recorder.listeners(),
      timers: window.recorder.timers(),
      globals: window.recorder.globals(),
      styles: outside.map((element) => {
        const style = getComputedStyle(element);
        return `${element.tagName}#${element.id} ${properties.map((property) => `${property}: ${style.getPropertyValue(property)}`).join('; ')}`;
      }),
      page: {
        title: document.title,
        address: location.href,
        history: history.length,
        head: [...document.head.children].map((element) => element.outerHTML),
        sheets: document.adoptedStyleSheets.length,
        attributes: outside.flatMap((element) =>
          [...element.attributes].map(({ name, value }) => `${element.tagName}#${element.id} ${name}=${value}`),
        ),
        body: [...document.body.children].map(({ tagName, id, role }) => `${tagName}#${id} ${role ?? ''}`.trim()),
        focus: document.activeElement?.tagName ?? '',
        storage: Object.keys(localStorage).sort(),
        locks: held.map(({ name }) => name ?? '').sort(),
      },
    };
  });
}

/** Runs in the page, before everything else. */
function record(): void {
  const known = new Map<object, Map<string, unknown>>();
  for (const own of owners().values()) known.set(own, new Map(entries(own)));

  const live = new Set<{ target: EventTarget; type: string; listener: unknown; capture: boolean }>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const captureOf = (options: unknown) =>
    typeof options === 'object' && options !== null ? Boolean(Reflect.get(options, 'capture')) : Boolean(options);
  const find = (target: EventTarget, type: string, listener: unknown, capture: boolean) =>
    [...live].find(
      (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );

  EventTarget.prototype.addEventListener = function add(type, listener, options) {
    if (listener !== null && find(this, type, listener, captureOf(options)) === undefined) {
      const entry = { target: this ?? window, type, listener, capture: captureOf(options) };
      live.add(entry);
      if (typeof options === 'object') {
        if (options.signal) addEventListener.call(options.signal, 'abort', () => live.delete(entry), { once: true });
        if (options.once)
          addEventListener.call(entry.target, type, () => live.delete(entry), { once: true, capture: entry.capture });
      }
    }
    addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function remove(type, listener, options) {
    const entry = find(this ?? window, type, listener, captureOf(options));
    if (entry !== undefined) live.delete(entry);
    removeEventListener.call(this ?? window, type, listener, options);
  };

  const timers = new Map<number, string>();
  const { setTimeout: start, clearTimeout: stop } = window;
  window.setTimeout = Object.assign((handler: TimerHandler, ms?: number, ...values: unknown[]) => {
    const timer = start(() => {
      timers.delete(timer);
      if (typeof handler === 'function') handler(...values);
    }, ms);
    timers.set(timer, `${ms} ms ${(new Error().stack ?? '').split('\n').slice(2, 6).join(' < ')}`);
    return timer;
  }, start);
  window.clearTimeout = (timer) => {
    if (timer !== undefined) timers.delete(Number(timer));
    stop(timer);
  };
  const mine = new Map<object, Set<string>>([
    [EventTarget.prototype, new Set(['addEventListener', 'removeEventListener'])],
    [window, new Set(['setTimeout', 'clearTimeout', 'recorder'])],
  ]);

  window.recorder = {
    listeners: () =>
      [...live]
        .filter(({ target }) => target === window || (target instanceof Node && target.getRootNode() === document))
        .map(({ target, type }) => `${target === window ? 'window' : target.constructor.name} ${type}`)
        .sort(),
    timers: () => [...timers.values()].sort(),
    globals: () =>
      [...owners()]
        .flatMap(([owner, own]) => {
          const before = known.get(own);
          return entries(own)
            .filter(
              ([name, value]) =>
                !mine.get(own)?.has(name) &&
                (before === undefined || !before.has(name) || !Object.is(before.get(name), value)),
            )
            .map(([name]) => `${owner}.${name}`);
        })
        .sort(),
  };

  /** Everything of the browser's that a script could add to. */
  function owners(): Map<string, object> {
    const found = new Map<string, object>([
      ['window', window],
      ['document', document],
      ['history', history],
      ['navigator', navigator],
      ['console', console],
      ['Math', Math],
      ['JSON', JSON],
      ['Reflect', Reflect],
    ]);
    for (const name of Object.getOwnPropertyNames(window)) {
      if (!/^[A-Z]/.test(name)) continue;
      const value: unknown = Reflect.get(window, name);
      if (typeof value !== 'function') continue;
      found.set(name, value);
      if (typeof value.prototype === 'object' && value.prototype !== null)
        found.set(`${name}.prototype`, value.prototype);
    }
    return found;
  }

  function entries(own: object): [string, unknown][] {
    return Reflect.ownKeys(own).map((key) => {
      const { value, get } = Object.getOwnPropertyDescriptor(own, key) ?? {};
      // The page itself changes these all the time: location and scroll position.
      return [String(key), get ?? (typeof value === 'function' || own !== window ? value : typeof value)];
    });
  }
}
