import type { Delivery, Input } from '../contact-centre';
import type { CentreState } from '../contact-centre';
import type { Deed, Happening, ScriptedCommand, Trigger } from '../scenarios';

/** A deed whose time comes. */
export interface Due {
  /** Unique in a life of the contact centre. */
  readonly key: string;
  readonly at: number;
  readonly deed: Deed;
}

/** What the scripted colleagues and customers of a scenario still have to do. */
export interface Script {
  /** The next deed, if one is due at all. */
  next(): Due | undefined;
  /** All that are due, in order. */
  waiting(): readonly Due[];
  /** Strikes a deed off, done or not. */
  strike(key: string): void;
  /** Lets the script hear what happened. */
  hear(input: Input | 'start', frames: readonly Delivery[], at: number, cursor: number): void;
}

/** Follows a scenario's happenings; `due` is what still has to be done of an earlier script. */
export function createScript(happenings: readonly Happening[], due: readonly Due[] = []): Script {
  let waiting = due;

  return {
    next: () => waiting[0],
    waiting: () => waiting,
    strike: (key) => void (waiting = waiting.filter((due) => due.key !== key)),
    hear(input, frames, at, cursor) {
      const triggered = happenings.flatMap(({ when, after, do: deed }, index) =>
        isTriggered(when, input, frames) ? [{ key: `${index}.${cursor}`, at: at + after, deed }] : [],
      );
      waiting = [...waiting, ...triggered].sort((a, b) => a.at - b.at);
    },
  };
}

function isTriggered(when: Trigger, input: Input | 'start', frames: readonly Delivery[]): boolean {
  switch (when.event) {
    case 'start':
      return input === 'start';
    case 'signedIn':
      // Further windows sign in too, which changes nothing and tells nothing.
      return isSignIn(input, when.agentId) && tells(frames, when.agentId, 'agent.state');
    case 'invited':
      return tells(frames, when.agentId, 'invitation.offered');
    case 'inviting':
      return tells(frames, when.agentId, 'transfer.pending');
  }
}

function isSignIn(input: Input | 'start', agentId: string): boolean {
  return input !== 'start' && input.kind === 'command' && input.command.type === 'signIn' && input.agentId === agentId;
}

function tells(frames: readonly Delivery[], agentId: string, type: string): boolean {
  return frames.some(
    (delivery) => delivery.agentId === agentId && delivery.frame.events.some((event) => event.type === type),
  );
}

/** The input that a deed is now; nothing when what it is about has gone. */
export function toInput({ key, at, deed }: Due, state: CentreState): Input | undefined {
  if (deed.kind !== 'command') return { at, ...deed };
  const { agentId } = deed;
  const commandId = `scripted-${key}`.replace('.', '-');
  const about = subjectOf(deed.command, agentId, state);
  return about && { at, kind: 'command', agentId, command: { ...about, commandId } };
}

function subjectOf(command: ScriptedCommand, agentId: string, state: CentreState) {
  switch (command.type) {
    case 'answer': {
      const open = Object.values(state.invitations).find(
        (record) => record.agentId === agentId && record.invitation.state === 'offered',
      );
      return open && { type: command.with, invitationId: open.invitation.id };
    }
    case 'cancelTransfer': {
      const pending = Object.values(state.transfers).find(
        ({ transfer }) => transfer.state === 'pending' && transfer.by.id === agentId,
      );
      return pending && { type: command.type, transferId: pending.transfer.id };
    }
    default:
      return command;
  }
}
