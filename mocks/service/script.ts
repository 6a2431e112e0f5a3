import type { AgentFrame, CentreState, Input } from '../contact-centre';
import { openInvitationsOf, ownedBy } from '../contact-centre/availability';
import { listed } from '../contact-centre/lists';
import { get } from '../contact-centre/table';
import { pendingTransferOf } from '../contact-centre/transfers';
import type { Action, ColleagueBehaviour, ScriptedCommand, Setting } from '../control/actions';
import type { Scenario, Trigger } from '../scenarios';
import { demoPicture } from '../scenarios/demo-picture';
import { changingAgents } from './presence-traffic';

/** Agents of whom nothing is asked change their readiness, this many at once. */
export interface TrafficTick {
  readonly kind: 'trafficTick';
  readonly count: number;
}

/** A planned action, and when to run it. */
export interface DueAction {
  /** Unique until the situation starts over. */
  readonly key: string;
  readonly at: number;
  readonly action: Action | TrafficTick;
  /** From the situation's `play`: it runs after everything else of its moment, as what is done by hand does. */
  readonly played?: true;
}

/** What a script has to remember. */
export interface ScriptMemory {
  readonly due: readonly DueAction[];
  readonly colleagues: readonly ColleagueBehaviour[];
}

/** What the colleagues and customers of a situation whom no person plays still have to do. */
export interface Script {
  /** The next action, if there is one. */
  next(): DueAction | undefined;
  /** All that it has to remember. */
  memory(): ScriptMemory;
  /** Removes an action, whether it ran or was dropped. */
  remove(key: string): void;
  /** Plans the actions that an input triggers. */
  observe(input: Input | 'start', frames: readonly AgentFrame[], at: number, cursor: number): void;
  /** Lets a colleague answer in this way from now on, instead of as planned. */
  setColleague(behaviour: ColleagueBehaviour, state: CentreState, at: number): void;
  colleagues(): ColleagueBehaviour[];
  /** Changes the readiness of so many agents each second from now on. */
  setTraffic(perSecond: number, at: number): void;
  /** How many agents' readiness changes in a second. */
  traffic(): number;
  /** The input that an action makes now; nothing when its invitation or transfer has gone. */
  inputOf(due: DueAction, state: CentreState): Input | undefined;
}

/** How often traffic changes the directory, in milliseconds: agents get its changes in this rhythm anyway. */
const trafficTickMs = 1000;

/** Makes the script of a situation that began at `startedAt`, or goes on with one that remembers something. */
export function createScript(scenario: Scenario, startedAt: number, memory?: ScriptMemory): Script {
  const { happenings, play = [], chance = 1 } = scenario;
  let { due, colleagues } = memory ?? {
    due: play.map(([ms, action], index) => ({
      key: `play.${index}`,
      at: startedAt + ms,
      action,
      played: true as const,
    })),
    colleagues: [],
  };

  function plan(added: readonly DueAction[]) {
    due = [...due, ...added].toSorted((a, b) => a.at - b.at || Number(a.played ?? 0) - Number(b.played ?? 0));
  }

  function answers(behaviour: ColleagueBehaviour, key: string, at: number): DueAction[] {
    const action = answerOf(behaviour);
    return action ? [{ key, at: at + behaviour.afterMs, action }] : [];
  }

  return {
    next: () => due[0],
    memory: () => ({ due, colleagues }),
    remove(key) {
      const done = due.find((action) => action.key === key);
      due = due.filter((action) => action !== done);
      if (done?.action.kind !== 'trafficTick') return;
      const at = done.at + trafficTickMs;
      plan([{ ...done, key: `traffic.${at}`, at }]);
    },
    observe(input, frames, at, cursor) {
      const set = colleagues.filter(({ agentId }) => tells(frames, agentId, 'invitation.offered'));
      plan([
        ...happenings.flatMap(({ when, afterMs, do: action }, index) => {
          const isReplaced = when.event === 'invited' && colleagues.some(({ agentId }) => agentId === when.agentId);
          if (isReplaced || !isTriggered(when, input, frames)) return [];
          return [{ key: `${index}.${cursor}`, at: at + afterMs, action }];
        }),
        ...set.flatMap((behaviour) => answers(behaviour, `${behaviour.agentId}.${cursor}`, at)),
      ]);
    },
    setColleague({ agentId, answer, reason, afterMs }, state, at) {
      const behaviour = { agentId, answer, ...(reason && { reason }), afterMs };
      colleagues = [...colleagues.filter((other) => other.agentId !== agentId), behaviour];
      due = due.filter(({ action, played }) => played || !isAnswerBy(agentId, action));
      plan(
        openInvitationsOf(state, agentId).flatMap(({ invitation: { id } }) =>
          answers(behaviour, `${agentId}.${id}.${at}`, at),
        ),
      );
    },
    setTraffic(perSecond, at) {
      due = due.filter(({ action }) => action.kind !== 'trafficTick');
      const first = at + trafficTickMs;
      if (perSecond > 0)
        plan([{ key: `traffic.${first}`, at: first, action: { kind: 'trafficTick', count: perSecond } }]);
    },
    traffic: () => due.reduce((sum, { action }) => sum + (action.kind === 'trafficTick' ? action.count : 0), 0),
    colleagues: () => colleagues.map((behaviour) => ({ ...behaviour })),
    inputOf(one, state) {
      const { at, action } = one;
      switch (action.kind) {
        case 'setDirectory':
          return { at, kind: 'directoryChange', change: { type: 'size', size: action.size, seed: chance } };
        case 'trafficTick': {
          const scripted = new Set([...agentsIn(scenario), ...colleagues.map(({ agentId }) => agentId)]);
          const agentIds = changingAgents(state, { count: action.count, at: at - startedAt, seed: chance, scripted });
          return { at, kind: 'directoryChange', change: { type: 'readiness', agentIds } };
        }
        case 'setNetwork':
        case 'setColleague':
        case 'setPresenceTraffic':
          return undefined;
        default:
          return toInput({ ...one, action }, state);
      }
    },
  };
}

const commandsOfAnswers = {
  accept: 'acceptInvitation',
  decline: 'declineInvitation',
  extend: 'extendInvitation',
} as const;

function answerOf({ agentId, answer, reason }: ColleagueBehaviour): Action | undefined {
  if (answer === 'ignore') return undefined;
  const command = { type: 'answer' as const, with: commandsOfAnswers[answer], ...(reason && { reason }) };
  return { kind: 'command', agentId, command };
}

function isAnswerBy(agentId: string, action: Action | TrafficTick): boolean {
  return action.kind === 'command' && action.agentId === agentId && action.command.type === 'answer';
}

function isTriggered(when: Trigger, input: Input | 'start', frames: readonly AgentFrame[]): boolean {
  switch (when.event) {
    case 'start':
      return input === 'start';
    case 'signedIn':
      // A further window signs in too, without a new agent state.
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

function tells(frames: readonly AgentFrame[], agentId: string, type: string): boolean {
  return frames.some(
    (delivery) => delivery.agentId === agentId && delivery.frame.events.some((event) => event.type === type),
  );
}

/** The agents whom a scenario itself plays, and the one to sign in as. */
function agentsIn({ agent, happenings }: Scenario): string[] {
  return [
    agent,
    ...happenings.flatMap(({ when, do: action }) => [
      ...('agentId' in when ? [when.agentId] : []),
      ...('agentId' in action ? [action.agentId] : []),
    ]),
  ];
}

function toInput(
  { key, at, action }: DueAction & { action: Exclude<Action, Setting> },
  state: CentreState,
): Input | undefined {
  if (action.kind === 'customerSendsImage') {
    const { interactionId, text = '' } = action;
    const attachments = [{ ...demoPicture, id: `picture-${state.cursor + 1}` }];
    return { at, kind: 'customerWrites', interactionId, text, attachments };
  }
  if (action.kind !== 'command') return { at, ...action };
  const { agentId } = action;
  const commandId = `scripted-${key}`.replaceAll(/[^\w-]/g, '-').slice(0, 64);
  const command = withIds(action.command, agentId, state);
  return command && { at, kind: 'command', agentId, command: { ...command, commandId } };
}

function withIds(command: ScriptedCommand, agentId: string, state: CentreState) {
  switch (command.type) {
    case 'answer': {
      const [open] = openInvitationsOf(state, agentId);
      if (!open) return undefined;
      const { reason } = command;
      const invitationId = open.invitation.id;
      if (command.with !== 'declineInvitation') return { type: command.with, invitationId };
      return { type: command.with, invitationId, ...(reason && { reason }) };
    }
    case 'cancelTransfer':
    case 'redirectTransfer': {
      if ('transferId' in command) return command;
      const [pending] = ownedBy(state, agentId).flatMap((owned) => pendingTransferOf(state, owned) ?? []);
      return pending && { ...command, transferId: pending.transfer.id };
    }
    case 'dismissTransfer': {
      if ('transferId' in command) return command;
      const ended = listed(state, 'endedTransfers', agentId).map((id) => get(state.transfers, id));
      const shown = ended.findLast(({ transfer }) => transfer.by.id === agentId);
      return shown && { type: command.type, transferId: shown.transfer.id };
    }
    default:
      return command;
  }
}
