import * as v from 'valibot';

// What TaskRouter says, as far as it is read here. Words that are not known stay as they are.

/** An event about a transfer. `transfer_failed_reason` is a sentence, for people. */
export const TransferEvent = v.object({
  sid: v.string(),
  task_sid: v.string(),
  initiating_reservation_sid: v.string(),
  initiating_worker_sid: v.string(),
  transfer_to: v.string(),
  transfer_type: v.string(),
  transfer_failed_reason: v.optional(v.nullable(v.string())),
});
export type TransferEvent = v.InferOutput<typeof TransferEvent>;

/** An event about a reservation. */
export const ReservationEvent = v.object({
  sid: v.string(),
  task_transfer: v.fallback(v.optional(v.object({ transfer_status: v.string() })), undefined),
});

const text = v.fallback(v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(120))), undefined);

/** The attributes of a task that Flex and this adapter write. */
const TaskAttributes = v.looseObject({
  conversationSid: v.pipe(v.string(), v.minLength(1)),
  customerName: text,
  customerAddress: text,
  from: text,
  baton: v.fallback(
    v.optional(
      v.object({
        from: v.object({ id: v.string(), name: v.string() }),
        note: v.optional(v.pipe(v.string(), v.maxLength(500))),
      }),
    ),
    undefined,
  ),
});

const Transfer = v.object({
  sid: v.string(),
  status: v.string(),
  to: v.string(),
  type: v.string(),
  workerSid: v.string(),
});
const date = v.fallback(v.nullable(v.date()), null);

/** A reservation as the SDK holds it, of a task that has a conversation. */
export const TextReservation = v.object({
  sid: v.string(),
  status: v.string(),
  /** In seconds. */
  timeout: v.number(),
  dateCreated: date,
  dateUpdated: date,
  task: v.object({
    sid: v.string(),
    attributes: TaskAttributes,
    dateCreated: date,
    queueSid: text,
    queueName: text,
    transfers: v.object({ incoming: v.nullish(Transfer), outgoing: v.nullish(Transfer) }),
  }),
});
export type TextReservation = v.InferOutput<typeof TextReservation>;

/** What `TextAttributes` of a message look like when they come back. */
export const SentAttributes = v.object({
  commandId: v.optional(v.string()),
  from: v.optional(v.object({ id: v.pipe(v.string(), v.minLength(1)), name: v.pipe(v.string(), v.minLength(1)) })),
});
