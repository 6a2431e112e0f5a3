import type { Clock, CommandOf, CommandTaken, CommandType, Random, Result } from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';
import * as v from 'valibot';
import { failure, failureOf } from './failure';
import type { News } from './news';
import { refuse } from './refusal';

/** The optional result of `sendMessage`: the product's id of the text, by which the kit recognises the message. */
export interface TextTaken {
  messageId: string;
}

/**
 * Handlers by command. A handler resolves when the product has taken the command, and reports the results with `tell`, as
 * a step of that command, at once or later. `refuse(…)` means that nothing has changed. Any other rejection is
 * `unknown_outcome`, because the product may have taken the command.
 */
export type CommandHandlers = {
  [T in CommandType]?: (command: CommandOf<T>, tell: Tell) => Promise<TextTaken | void> | TextTaken | void;
};

type Tell = (say: (news: News) => void) => void;

/** The commands of an agent. A repeated command counts once. */
export interface Commands {
  /** As `send` of `RoutingBackend`. */
  send(command: Command): Promise<Result<CommandTaken>>;
  /** Notes that a step of the product has shown a command to be taken. */
  seen(commandId: string): void;
  /** The ids of the commands that were taken within the last minute. */
  recent(): string[];
}

interface Known {
  /** The command as JSON: a different one with its id is refused. */
  text: string;
  /** Undefined while the outcome is unknown: a repetition goes to the product again. */
  answer: Promise<Result<CommandTaken>> | undefined;
}

/** How many commands are remembered. */
const maxCommands = 1_000;
const recentMs = 60_000;

/**
 * Makes commands from handlers.
 *
 * @param tell reports the results of a command
 * @param onTextTaken receives the result of `sendMessage`
 */
export function createCommands(
  handlers: CommandHandlers,
  { clock, random }: { clock: Clock; random: Random },
  tell: (say: (news: News) => void, commandId: string) => void,
  onTextTaken: (command: CommandOf<'sendMessage'>, text: TextTaken) => void,
): Commands {
  const known = new Map<string, Known>();
  const takenAt = new Map<string, number>();

  const seen = (commandId: string) => {
    if (!takenAt.has(commandId)) takenAt.set(commandId, clock.now());
    forgetOldest(takenAt);
  };

  async function handle<T extends CommandType>(type: T, command: CommandOf<T>): Promise<TextTaken | void> {
    const handler = handlers[type];
    if (!handler) return refuse('unsupported', `The product has no ${type}.`);
    return handler(command, (say) => tell(say, command.commandId));
  }

  async function take(command: Command, entry: Known): Promise<Result<CommandTaken>> {
    const { commandId } = command;
    try {
      const text = await handle(command.type, command);
      seen(commandId);
      if (text && command.type === 'sendMessage') onTextTaken(command, text);
      return { ok: true, value: { commandId } };
    } catch (cause) {
      const failed = failureOf(cause, 'unknown_outcome', random);
      if (failed.error.code === 'unknown_outcome') entry.answer = undefined;
      return failed;
    }
  }

  return {
    async send(sent) {
      const read = v.safeParse(Command, sent);
      if (!read.success) return failure('validation', v.summarize(read.issues), random);
      const command = read.output;
      const text = JSON.stringify(command);
      const entry = known.get(command.commandId) ?? { text, answer: undefined };
      if (entry.text !== text) return failure('conflict', 'Another command had this id.', random);
      known.set(command.commandId, entry);
      forgetOldest(known);
      entry.answer ??= take(command, entry);
      return entry.answer;
    },
    seen,
    recent: () => [...takenAt].filter(([, at]) => clock.now() - at <= recentMs).map(([id]) => id),
  };
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > maxCommands && oldest !== undefined) map.delete(oldest);
}
