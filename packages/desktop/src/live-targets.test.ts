import type { Target, TargetKey } from '@baton/contracts';
import fc from 'fast-check';
import { createDesktopStore } from './store';
import type { DispatchingStore } from './store';
import type { DesktopEvent } from './reduce';
import { directoryEntry, frame, snapshot } from './testing/builders';

const bianca = (version: number) => directoryEntry(version, 'offline');
const chen = (version: number): Target => ({ ...bianca(version), id: 'chen', name: 'Chen Wei' });
const dora = (version: number): Target => ({ ...bianca(version), id: 'dora', name: 'Dora Dean' });
const keys: readonly TargetKey[] = ['agent:bianca', 'agent:chen', 'agent:dora'];

const changed = (cursor: number, ...targets: Target[]) => frame(cursor, { type: 'targets.changed', targets });

function told(...events: DesktopEvent[]): DispatchingStore {
  const store = createDesktopStore();
  events.forEach(store.dispatch);
  return store;
}

test('the newest value is read, in whatever order frames come', () => {
  const { targets } = told(changed(3, bianca(3)), changed(2, bianca(2)));
  expect(targets.get('agent:bianca')).toEqual(bianca(3));
  expect(targets.get('agent:chen')).toBeUndefined();
});

test('what a snapshot knows is left to the directory', () => {
  const store = told(changed(3, bianca(3)), changed(5, chen(5)), snapshot(3));
  expect(store.targets.get('agent:bianca')).toBeUndefined();
  expect(store.targets.get('agent:chen')).toEqual(chen(5));
  store.dispatch(changed(2, dora(2)));
  expect(store.targets.get('agent:dora')).toBeUndefined();
});

test('after a gap nothing that was heard before counts', () => {
  const store = told(snapshot(9), changed(12, bianca(12)), { type: 'gap' });
  expect(store.targets.get('agent:bianca')).toEqual(bianca(12));
  store.dispatch(snapshot(2));
  expect(store.targets.get('agent:bianca')).toBeUndefined();
  store.dispatch(changed(3, bianca(3)));
  expect(store.targets.get('agent:bianca')).toEqual(bianca(3));
});

test('a change does not touch the other slices of the state', () => {
  const store = told(snapshot(1));
  const before = store.getState();
  store.dispatch(changed(2, bianca(2)));
  expect(store.getState()).toEqual({ ...before, cursor: 2 });
});

describe('listeners', () => {
  test('of other targets are not called', () => {
    const store = told();
    const listener = jest.fn();
    store.targets.subscribe(['agent:chen'], listener);
    store.dispatch(changed(1, bianca(1)));
    expect(listener).not.toHaveBeenCalled();
  });

  test('are called once for a frame, however many of their targets it changes', () => {
    const store = told();
    const seen: unknown[] = [];
    const listener = () => seen.push(keys.map((key) => store.targets.get(key)?.version));
    store.targets.subscribe(keys, listener);
    store.dispatch(changed(1, bianca(1), chen(1)));
    store.dispatch(changed(1, bianca(1), chen(1)));
    store.dispatch(snapshot(1));
    expect(seen).toEqual([
      [1, 1, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  test('see the state of the same frame', () => {
    const store = told();
    const cursors: number[] = [];
    store.targets.subscribe(['agent:bianca'], () => cursors.push(store.getState().cursor));
    store.dispatch(changed(7, bianca(7)));
    expect(cursors).toEqual([7]);
  });

  test('may stop themselves and others, once and twice', () => {
    const store = told();
    const gone = jest.fn();
    const stays = jest.fn();
    const stopGone = store.targets.subscribe(['agent:bianca'], () => {
      stopGone();
      stopGone();
      stopOther();
    });
    const stopOther = store.targets.subscribe(['agent:bianca'], gone);
    store.dispatch(changed(1, bianca(1)));
    store.targets.subscribe(['agent:bianca'], stays);
    stopGone();
    store.dispatch(changed(2, bianca(2)));
    expect(gone).not.toHaveBeenCalled();
    expect(stays).toHaveBeenCalledTimes(1);
  });

  test('that throw do not stop the others', () => {
    const errors: unknown[] = [];
    const store = createDesktopStore({ reportError: (error) => errors.push(error) });
    const listener = jest.fn();
    const broken = new Error('broken');
    store.targets.subscribe(['agent:bianca'], () => {
      throw broken;
    });
    store.targets.subscribe(['agent:bianca'], listener);
    store.dispatch(changed(1, bianca(1)));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(errors).toEqual([broken]);
  });
});

/** Frames in any order, with values of their own position or an older one, snapshots and gaps among them. */
const position = fc.integer({ min: 1, max: 12 });
const someEvents = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(position, fc.array(fc.tuple(fc.constantFrom(bianca, chen, dora), fc.nat({ max: 2 }))))
        .map(([cursor, said]) =>
          changed(cursor, ...said.map(([target, older]) => target(Math.max(1, cursor - older)))),
        ),
    },
    { weight: 1, arbitrary: position.map((cursor) => snapshot(cursor)) },
    { weight: 1, arbitrary: fc.constant<DesktopEvent>({ type: 'gap' }) },
  ),
);

/** A naive implementation: keeps all values that no snapshot has superseded, and returns the newest, of equal ones the first. */
function createByHand() {
  let said: Target[] = [];
  let [floor, gap] = [-1, false];
  return {
    hear(event: DesktopEvent): void {
      if (event.type === 'gap') gap = true;
      if (event.type === 'frame')
        for (const one of event.frame.events)
          if (one.type === 'targets.changed') said.push(...one.targets.filter(({ version }) => version > floor));
      if (event.type !== 'snapshot' || (!gap && event.snapshot.cursor < floor)) return;
      said = gap ? [] : said.filter(({ version }) => version > event.snapshot.cursor);
      floor = event.snapshot.cursor;
      gap = false;
    },
    get(wanted: TargetKey): Target | undefined {
      const of = said.filter(({ kind, id }) => `${kind}:${id}` === wanted);
      return of.find(({ version }) => version === Math.max(...of.map((other) => other.version)));
    },
  };
}

test('any events lead to the same values as a naive implementation, and each change calls its listeners once', () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const store = createDesktopStore();
      const byHand = createByHand();
      const called: TargetKey[] = [];
      for (const key of keys) store.targets.subscribe([key], () => called.push(key));
      for (const event of events) {
        const before = keys.map((key) => byHand.get(key));
        byHand.hear(event);
        store.dispatch(event);
        expect(keys.map((key) => store.targets.get(key))).toEqual(keys.map((key) => byHand.get(key)));
        const differing = keys.filter((key, index) => byHand.get(key) !== before[index]);
        expect(called.splice(0).toSorted()).toEqual(differing);
      }
    }),
    { numRuns: 500 },
  );
});
