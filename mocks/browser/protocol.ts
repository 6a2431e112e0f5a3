import * as v from 'valibot';
import { EventFrame, Id, CustomerText, TargetQuery } from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const range = v.object({ before: v.optional(count), limit: v.optional(count) });

/** What a page asks of the contact centre in the worker: a method of its port and its arguments. */
export const Call = v.variant('method', [
  v.object({ method: v.literal('signInChoices') }),
  v.object({ method: v.literal('openSession'), agentId: Id }),
  v.object({ method: v.literal('command'), token: v.string(), command: Command }),
  v.object({ method: v.literal('snapshot'), token: v.string() }),
  v.object({ method: v.literal('targets'), token: v.string(), query: TargetQuery }),
  v.object({ method: v.literal('favourites'), token: v.string() }),
  v.object({ method: v.literal('recents'), token: v.string() }),
  v.object({ method: v.literal('messages'), token: v.string(), interactionId: Id, range }),
  v.object({ method: v.literal('subscribe'), token: v.string(), cursor: v.optional(count), stream: count }),
  v.object({ method: v.literal('advance'), ms: count }),
  v.object({ method: v.literal('reset') }),
  v.object({ method: v.literal('dropStreams') }),
  v.object({ method: v.literal('customerWrites'), interactionId: Id, text: CustomerText }),
  v.object({ method: v.literal('customerEnds'), interactionId: Id }),
  v.object({ method: v.literal('perform'), agentId: Id, command: Command }),
  v.object({ method: v.literal('commands') }),
]);
export type Call = v.InferOutput<typeof Call>;

/** From a page to the worker. */
export const ToWorker = v.variant('kind', [
  /** The page holds the Web Lock of this name as long as it lives. */
  v.object({ kind: v.literal('hello'), lock: v.string() }),
  v.object({ kind: v.literal('call'), id: count, call: Call }),
  v.object({ kind: v.literal('stop'), stream: count }),
]);
export type ToWorker = v.InferOutput<typeof ToWorker>;

/** From the worker to a page. Values of answers are checked by the handlers that asked for them. */
export const ToPage = v.variant('kind', [
  v.object({ kind: v.literal('answer'), id: count, reply: v.unknown() }),
  v.object({ kind: v.literal('frame'), stream: count, frame: EventFrame }),
  v.object({ kind: v.literal('heartbeat'), stream: count, at: v.number() }),
  v.object({ kind: v.literal('gap'), stream: count }),
  v.object({ kind: v.literal('close'), stream: count }),
]);
export type ToPage = v.InferOutput<typeof ToPage>;
