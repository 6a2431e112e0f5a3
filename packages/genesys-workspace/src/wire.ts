import * as v from 'valibot';

// The shapes of Workspace API v3, as the published client and the documentation have them. What is not known is passed
// over: a list keeps the entries that can be read, and an absent list is an empty one.

const text = v.optional(v.fallback(v.optional(v.string()), undefined));

function listOf<const S extends v.GenericSchema>(schema: S) {
  const read = v.pipe(
    v.array(v.unknown()),
    v.transform((entries) =>
      entries.flatMap((entry): v.InferOutput<S>[] => {
        const result = v.safeParse(schema, entry);
        return result.success ? [result.output] : [];
      }),
    ),
  );
  return v.optional(v.fallback(read, []), []);
}

const KeyValue = v.object({ key: v.string(), value: v.unknown() });

/** A conversation, or the offer of one. */
export const WireInteraction = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  state: v.string(),
  mediatype: text,
  queue: text,
  ticketId: v.optional(v.unknown()),
  receivedAt: v.optional(v.unknown()),
  submittedAt: v.optional(v.unknown()),
  /** Absent: as before. */
  capabilities: v.optional(v.fallback(v.optional(v.array(v.string())), undefined)),
  userData: listOf(KeyValue),
});
export type WireInteraction = v.InferOutput<typeof WireInteraction>;

const WireChannel = v.object({
  name: v.string(),
  state: v.string(),
  reasons: listOf(KeyValue),
  interactions: listOf(WireInteraction),
});
export type WireChannel = v.InferOutput<typeof WireChannel>;

/** An entry of a transcript. Joins and typing are entries, too. */
export const WireMessage = v.object({
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  type: v.string(),
  text,
  url: text,
  timestamp: v.optional(v.unknown()),
  visibility: text,
  from: v.optional(v.object({ nickname: text, type: text, participantId: v.optional(v.unknown()) }), {}),
});
export type WireMessage = v.InferOutput<typeof WireMessage>;

export const Transcript = v.object({ messages: listOf(WireMessage) });

const WireUser = v.object({ employeeId: text, userName: text, agentLogin: text, defaultPlace: text });

export const CurrentSession = v.object({
  user: v.optional(
    v.object({
      ...WireUser.entries,
      activeSession: v.nullish(v.object({ media: v.nullish(v.object({ channels: listOf(WireChannel) })) })),
    }),
  ),
});
export type CurrentSession = v.InferOutput<typeof CurrentSession>;

const WireTarget = v.object({
  DBID: v.optional(v.unknown()),
  type: v.string(),
  name: text,
  firstName: text,
  lastName: text,
  userName: text,
  employeeId: text,
  number: text,
  availability: v.optional(
    v.fallback(
      v.optional(
        v.object({
          waitingCalls: v.optional(v.unknown()),
          readyAgents: v.optional(v.unknown()),
          channels: listOf(
            v.object({
              name: text,
              channel: text,
              available: v.optional(v.boolean()),
              state: text,
              userState: v.optional(v.object({ state: text, displayName: text })),
            }),
          ),
        }),
      ),
      undefined,
    ),
  ),
  recentInformation: v.optional(v.object({ timeStamp: v.optional(v.unknown()) })),
});
export type WireTarget = v.InferOutput<typeof WireTarget>;

export const Targets = v.object({ targets: listOf(WireTarget), totalMatches: v.optional(v.unknown()) });

const operationId = text;

const events = [
  v.object({ messageType: v.literal('InteractionStateChanged'), operationId, interaction: WireInteraction }),
  v.object({
    messageType: v.literal('ChannelStateChanged'),
    operationId,
    media: v.object({ channels: listOf(WireChannel) }),
  }),
  v.object({
    messageType: v.literal('MessageLogUpdated'),
    operationId,
    id: text,
    interaction: v.optional(v.object({ id: v.string() })),
    messages: listOf(WireMessage),
  }),
  v.object({
    messageType: v.literal('EventError'),
    operationId,
    id: text,
    interaction: v.optional(v.object({ id: v.string() })),
    error: v.optional(v.object({ errorMessage: text, errorCode: v.optional(v.unknown()) }), {}),
  }),
] as const;
const WireEvent = v.variant('messageType', events);
export type WireEvent = v.InferOutput<typeof WireEvent>;

/** The event in a push; undefined for those that Baton does not need. */
export function eventOf(data: unknown): WireEvent | undefined {
  const read = v.safeParse(WireEvent, data);
  return read.success ? read.output : undefined;
}

const Initialization = v.object({
  state: v.string(),
  data: v.optional(v.object({ user: v.optional(WireUser) }), {}),
});

/** What a push on `/workspace/v3/initialization` says. */
export function initializationOf(data: unknown): v.InferOutput<typeof Initialization> | undefined {
  const read = v.safeParse(Initialization, data);
  return read.success ? read.output : undefined;
}

/** A time of the product in ms; it gives seconds, ms or texts. */
export function timeOf(value: unknown): number | undefined {
  const ms = typeof value === 'string' && !/^\d+$/.test(value) ? Date.parse(value) : Number(value ?? NaN);
  if (!Number.isFinite(ms) || ms <= 0) return undefined;
  return Math.round(ms < 100_000_000_000 ? ms * 1_000 : ms);
}
