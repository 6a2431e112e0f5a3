import { createEventBus } from '@baton/event-bus';
import mitt from 'mitt';
import { createNanoEvents } from 'nanoevents';

// Run as `node bus.js <candidate>`: one process per candidate, or the listeners
// of one would be warm for the next. Prints nanoseconds per emit as JSON.

type Listener = (payload: unknown) => void;
interface Candidate {
  on(topic: string, listener: Listener): void;
  emit(topic: string, payload: unknown): void;
}

const topic = 'interaction.active';
const payload = { interactionId: 'i1', focus: false };
const otherTopics = 50;

const candidates: Record<string, () => Candidate> = {
  baton() {
    const bus = createEventBus({ clock: { now: () => 0, setTimeout: () => () => undefined } });
    return {
      // The bus carries its own topics only: those that are not measured share one of them.
      on: (name, listener) => void bus.on(name === topic ? topic : 'module.ready', listener),
      emit: () => bus.emit(topic, payload),
    };
  },
  'map and loop'() {
    const listeners = new Map<string, Listener[]>();
    return {
      on: (name, listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
      emit(name, value) {
        const list = listeners.get(name);
        if (list === undefined) return;
        for (const listener of list) listener(value);
      },
    };
  },
  mitt() {
    const emitter = mitt<Record<string, unknown>>();
    return { on: (name, listener) => emitter.on(name, listener), emit: (name, value) => emitter.emit(name, value) };
  },
  nanoevents() {
    const emitter = createNanoEvents<Record<string, Listener>>();
    return {
      on: (name, listener) => void emitter.on(name, listener),
      emit: (name, value) => emitter.emit(name, value),
    };
  },
};

let heard = 0;

// Distinct functions, as in an application: one shared function would be inlined.
function distinctListener(): Listener {
  // oxlint-disable-next-line typescript/no-implied-eval -- the benchmark's own code, never the product's
  const make: unknown = new Function('count', 'return (payload) => { count(payload); }');
  if (typeof make !== 'function') throw new TypeError('Function did not make a function');
  return make(() => (heard += 1));
}

function measure(make: () => Candidate, listeners: number): number {
  const candidate = make();
  for (let index = 0; index < otherTopics; index += 1) candidate.on(`other.${index}`, distinctListener());
  for (let index = 0; index < listeners; index += 1) candidate.on(topic, distinctListener());
  const emits = Math.ceil(3_000_000 / listeners);
  const run = (count: number) => {
    for (let index = 0; index < count; index += 1) candidate.emit(topic, payload);
  };
  run(emits / 10);
  const before = process.hrtime.bigint();
  run(emits);
  return Number(process.hrtime.bigint() - before) / emits;
}

const name = process.argv[2] ?? '';
const make = candidates[name];
if (make === undefined) throw new Error(`Name one of: ${Object.keys(candidates).join(', ')}`);
const result = Object.fromEntries([1, 10, 100].map((listeners) => [listeners, measure(make, listeners)]));
process.stdout.write(JSON.stringify({ name, result, heard }));
