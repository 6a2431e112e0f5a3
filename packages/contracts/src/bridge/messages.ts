import * as v from 'valibot';
import { factSchemas, requestSchemas } from '../bus/schemas';
import { soundNames } from '../host/adapters';
import { TelemetryEvent } from '../host/telemetry';
import { answer, message } from './envelope';
import { FrameOptions } from './frame-options';

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const text = v.pipe(v.string(), v.maxLength(2000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const nothing = v.strictObject({});

/** Why the frame refuses to work with its parent. */
export const refusals = ['parentNotAllowed', 'version', 'options', 'deployment', 'module', 'backend'] as const;
export type Refusal = (typeof refusals)[number];

/** The state of the parent page, which the frame cannot read itself. */
export const PageState = v.object({
  notificationPermission: v.picklist(['granted', 'denied', 'default', 'unsupported']),
  /** Whether the browser allows the page to play sound. */
  soundUnlocked: v.boolean(),
  /** The names of the adapters that the host provides itself. */
  adapters: v.array(v.string()),
});
export type PageState = v.InferOutput<typeof PageState>;

/**
 * A keyboard command and the key presses that give it: Alt, Control, Meta and Shift as 0 or 1, then
 * `KeyboardEvent.key` or, for layouts that write something else there, `KeyboardEvent.code`, in lower case: "1001a", "1001keya".
 */
export const KeyBinding = v.object({ command: key, presses: v.array(v.pipe(v.string(), v.maxLength(64))) });
export type KeyBinding = v.InferOutput<typeof KeyBinding>;

/** A message of the parent. `connect` is posted to the frame's window with a MessagePort; all others use that port. */
export const ParentMessage = v.variant('type', [
  message('connect', v.object({ options: FrameOptions, page: PageState })),
  /** Changes some options; the rest stay. */
  message('update', v.partial(FrameOptions)),
  /** A request on the frame's bus; the frame replies with `answer`. */
  message('request', v.object({ topic: v.keyof(v.object(requestSchemas)), ask: v.unknown() })),
  /** The asker of `request` gave up. */
  message('cancel', v.object({ request: key })),
  /** Brings focus into a module; without a name, into the first. */
  message('focus', v.object({ module: v.optional(key) })),
  /** The keys of a command were pressed in the parent. */
  message('shortcut', v.object({ command: key })),
  message('page', PageState),
  message('notificationClicked', v.object({ notification: key })),
  answer,
  /** The parent takes the frame away. */
  message('close', nothing),
]);
export type ParentMessage = v.InferOutput<typeof ParentMessage>;

/** A message of the frame, through the port that came with `connect`. */
export const FrameMessage = v.variant('type', [
  message('connected', v.object({ version: text, modules: v.array(key) })),
  message('refused', v.object({ code: v.picklist(refusals), message: text })),
  /** Asks for the agent's token; `refused` is the token that the backend has just rejected. */
  message('token', v.object({ refused: v.optional(v.string()) })),
  /** A fact of the frame's bus; a retained one holds until the next of its topic. */
  message('fact', v.object({ topic: v.keyof(v.object(factSchemas)), payload: v.unknown(), retained: v.boolean() })),
  answer,
  message('height', v.object({ height: count })),
  /** The current bindings; sent at the start and when they change. */
  message('shortcuts', v.object({ shortcuts: v.array(KeyBinding) })),
  /** Asks the agent for permission to show notifications; the parent replies with `answer`. */
  message('askPermission', nothing),
  message('notify', v.object({ notification: key, tag: text, title: text, body: text, silent: v.boolean() })),
  message('closeNotification', v.object({ notification: key })),
  message('sound', v.object({ sound: v.picklist(soundNames), volume: v.number(), once: text })),
  /** `text` has the counts in the agent's language, with "{title}" for the page's own title. */
  message('title', v.object({ incoming: count, unread: count, waiting: v.optional(count), text })),
  message('navigate', v.object({ url: text })),
  message('telemetry', TelemetryEvent),
  /** The frame ignored a message. `count` is the number so far; sent for the first, second, fourth, eighth … */
  message('ignored', v.object({ why: v.picklist(['malformed', 'foreign']), detail: text, count })),
]);
export type FrameMessage = v.InferOutput<typeof FrameMessage>;

/** The payload of one kind of message. */
export type PayloadOf<M extends { type: string; payload: unknown }, T extends M['type']> = Extract<
  M,
  { type: T }
>['payload'];
