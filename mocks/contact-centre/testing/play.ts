import type {
  Command,
  EventFrame,
  Invitation,
  Notice,
  RoutingErrorCode,
  RoutingEvent,
  Snapshot,
  Target,
  KnownTargetKind,
  TargetQuery,
  KnownTargetRef,
  Transfer,
} from '@baton/contracts';
import { DirectoryIndex, nextDeadline, open, owners, searchTargets, snapshot, step } from '..';
import type { CentreSeed, CentreState, AgentFrame, Input, Refusal } from '..';
import { rowsOf } from '../table';
import { transcriptOf } from '../transcripts';
import { testSeed } from './seed';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command without its id. */
export type PlayedCommand = Without<Command, 'commandId'>;

/** A contact centre in a test: its state, its clock, and all frames it has sent. */
export class Play {
  state: CentreState;
  at: number;
  readonly log: Input[] = [];
  readonly sent: AgentFrame[] = [];
  readonly index = new DirectoryIndex();
  private commands = 0;

  constructor(readonly seed: CentreSeed = testSeed) {
    this.state = open(seed);
    this.at = seed.at;
  }

  /** Applies an input that is expected to be accepted; returns the frames. */
  happen(input: Without<Input, 'at'>): readonly AgentFrame[] {
    const timed: Input = { at: this.at, ...input };
    const result = step(this.state, timed);
    if (!result.ok) throw new Error(`Refused: ${result.problem.code}, ${result.problem.detail}`);
    if (result.state !== this.state) this.log.push(timed);
    this.state = result.state;
    this.sent.push(...result.frames);
    return result.frames;
  }

  /** Sends a command that is expected to be accepted. */
  send(agentId: string, command: PlayedCommand, commandId = this.nextCommandId()): readonly AgentFrame[] {
    return this.happen({ kind: 'command', agentId, command: { ...command, commandId } });
  }

  /** Sends a command that is expected to be refused. */
  refusal(agentId: string, command: PlayedCommand, commandId = this.nextCommandId()): Refusal {
    const result = step(this.state, { at: this.at, kind: 'command', agentId, command: { ...command, commandId } });
    if (result.ok) throw new Error(`Accepted: ${command.type}`);
    return result.problem;
  }

  refusalCode(agentId: string, command: PlayedCommand): RoutingErrorCode {
    return this.refusal(agentId, command).code;
  }

  /** Lets time pass, with everything that falls due on the way. */
  wait(ms: number): void {
    const end = this.at + ms;
    for (let due = nextDeadline(this.state); due !== undefined && due <= end; due = nextDeadline(this.state)) {
      this.at = due;
      this.happen({ kind: 'time' });
    }
    this.at = end;
  }

  /** Ana's transfer of a conversation, `sms-1` unless told otherwise. */
  start(kind: KnownTargetKind, id: string, interactionId = 'sms-1'): readonly AgentFrame[] {
    return this.send('ana', startTransfer(kind, id, interactionId));
  }

  accept(agentId: string): readonly AgentFrame[] {
    return this.send(agentId, { type: 'acceptInvitation', invitationId: this.invitation(agentId).id });
  }

  decline(agentId: string): readonly AgentFrame[] {
    return this.send(agentId, { type: 'declineInvitation', invitationId: this.invitation(agentId).id });
  }

  /** The newest invitation of an agent, open or ended. */
  invitation(agentId: string): Invitation {
    return this.newest(`invitation of ${agentId}`, this.invitationsOf(agentId));
  }

  invitationsOf(agentId: string): Invitation[] {
    return rowsOf(this.state.invitations).flatMap((record) => (record.agentId === agentId ? [record.invitation] : []));
  }

  /** Agents whose invitation is open. */
  invited(): string[] {
    return rowsOf(this.state.invitations).flatMap(({ agentId, invitation }) =>
      invitation.state === 'offered' ? [agentId] : [],
    );
  }

  /** The newest transfer. */
  transfer(): Transfer {
    return this.newest('transfer', rowsOf(this.state.transfers)).transfer;
  }

  owner(interactionId = 'sms-1'): string | undefined {
    return owners(this.state)[interactionId]?.id;
  }

  snapshot(agentId: string): Snapshot {
    const answer = snapshot(this.state, agentId, this.at);
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value;
  }

  /** Kind and severity of an agent's notices. */
  notices(agentId: string): [Notice['kind'], Notice['severity']][] {
    return this.snapshot(agentId).notices.map(({ kind, severity }) => [kind, severity]);
  }

  search(agentId: string, query: TargetQuery): Target[] {
    const answer = searchTargets(this.state, { agentId, at: this.at, index: this.index }, query);
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value.targets;
  }

  presence(agentId: string): string {
    return this.snapshot(agentId).agent.presence.state;
  }

  /** The transcript's events, oldest first. */
  story(interactionId = 'sms-1'): string[] {
    return transcriptOf(this.state, interactionId).flatMap((message) =>
      message.kind === 'event' ? [message.event] : [],
    );
  }

  private newest<T>(what: string, rows: readonly T[]): T {
    const row = rows.at(-1);
    if (row === undefined) throw new Error(`There is no ${what}`);
    return row;
  }

  private nextCommandId(): string {
    this.commands += 1;
    return `command-${this.commands}`;
  }
}

/** The state to which accepted inputs lead. Throws when one of them is refused. */
export function replay(seed: CentreSeed, inputs: readonly Input[]): CentreState {
  return inputs.reduce((state, input, position) => {
    const result = step(state, input);
    if (!result.ok) throw new Error(`Input ${position} of the log is refused: ${result.problem.detail}`);
    return result.state;
  }, open(seed));
}

/** The command with which a transfer begins. */
export function startTransfer(kind: KnownTargetKind, id: string, interactionId = 'sms-1'): PlayedCommand {
  const target: KnownTargetRef = { kind, id, name: 'Whatever the sender calls it' };
  return { type: 'startTransfer', interactionId, target };
}

/** The types of an agent's events in these frames. */
export function types(frames: readonly AgentFrame[], agentId: string): string[] {
  return eventsFor(frames, agentId).map((event) => event.type);
}

export function eventsFor(frames: readonly AgentFrame[], agentId: string): RoutingEvent[] {
  return frames.flatMap((delivery: { agentId: string; frame: EventFrame }) =>
    delivery.agentId === agentId ? delivery.frame.events : [],
  );
}
