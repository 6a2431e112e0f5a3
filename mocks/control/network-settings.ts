import * as v from 'valibot';
import { reads } from '@baton/contracts';
import type { CommandType, ReadName } from '@baton/contracts';
import { commands } from '@baton/contracts/schemas';

/** What a page asks the contact centre for: each command, each read, the session's requests, and the event stream. */
export type Operation = CommandType | ReadName | 'signInChoices' | 'openSession' | 'events';

const isCommand = (name: string): name is CommandType => Object.hasOwn(commands, name);
const isRead = (name: string): name is ReadName => Object.hasOwn(reads, name);

/** All operations that the network can let fail. */
export const operations: readonly Operation[] = [
  ...Object.keys(commands).filter(isCommand),
  ...Object.keys(reads).filter(isRead),
  'signInChoices',
  'openSession',
  'events',
];

/** How a request fails: with a server error, without an answer, or with a broken connection. It never reaches the model. */
export const failureKinds = ['error', 'hang', 'lost'] as const;

/**
 * How events arrive: `live` at once; `muted` not at all, until the streams break when that ends, and desktops ask for
 * what they missed; `buffered` together, every ten seconds and when that ends; `reordered` in pairs, the later one first.
 */
export const streamModes = ['live', 'muted', 'buffered', 'reordered'] as const;
export type StreamMode = (typeof streamModes)[number];

/** Longest latency of a request, in milliseconds. */
const maxLatencyMs = 120_000;

const ms = v.pipe(v.number(), v.minValue(0));
const latency = v.pipe(ms, v.maxValue(maxLatencyMs));

const entries = {
  /** Shortest and longest time of a request, in milliseconds. */
  latencyMs: v.pipe(
    v.tuple([latency, latency]),
    v.check(([least, most]) => least <= most, 'The shortest latency is longer than the longest'),
  ),
  /** Operations that fail: each time, or with `oneIn` each n-th time. */
  failures: v.array(
    v.strictObject({
      operation: v.picklist(operations),
      how: v.picklist(failureKinds),
      oneIn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
  /** Times, in milliseconds after the start, in which requests fail and streams break. */
  outages: v.array(v.strictObject({ fromMs: ms, toMs: ms })),
  stream: v.picklist(streamModes),
};

/** How the network to the contact centre behaves. */
export const NetworkSettings = v.strictObject(entries);
export type NetworkSettings = Readonly<v.InferOutput<typeof NetworkSettings>>;

/** The settings that change. One that is `undefined` is refused: it would replace the setting before it. */
export const NetworkChange = v.strictObject({
  latencyMs: v.exactOptional(entries.latencyMs),
  failures: v.exactOptional(entries.failures),
  outages: v.exactOptional(entries.outages),
  stream: v.exactOptional(entries.stream),
});

/** A network without delays and failures. */
export const goodNetwork: NetworkSettings = { latencyMs: [0, 0], failures: [], outages: [], stream: 'live' };
