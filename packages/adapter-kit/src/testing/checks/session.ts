import { demand, found } from '../demand';
import type { SceneCheck } from '../check';
import { valueOf } from '../agent-desktop';
import { summaryOf } from '../summary';

/** Checks of signing in, readiness and commands in general. */
export const sessionChecks: SceneCheck[] = [
  {
    name: 'signing in again, as every window does, changes nothing',
    async run({ owner }) {
      const before = await owner.snapshot();
      await owner.take({ type: 'signIn', ready: true });
      const { agent, interactions } = await owner.snapshot();
      demand(agent.presence.state === before.agent.presence.state, 'The agent is as ready as before.');
      demand(interactions.length === before.interactions.length, 'The agent has the conversations from before.');
    },
  },
  {
    name: 'a snapshot in the answer to signIn is the one that could be requested',
    async run({ owner, conversation }) {
      await owner.take({ type: 'sendMessage', interactionId: conversation, text: 'Before signing in again' });
      const { snapshot } = valueOf('signIn', await owner.send({ type: 'signIn', ready: true }));
      if (!snapshot) return;
      const [answered, requested] = [summaryOf(snapshot), summaryOf(await owner.snapshot())];
      demand(answered === requested, `signIn answers the current snapshot. Got: ${answered} Snapshot: ${requested}`);
    },
  },
  {
    name: 'a change of readiness is sent as an event',
    async run({ owner }) {
      const answer = await owner.send({ type: 'setChannelState', channel: 'sms', state: 'notReady' });
      if (answer.error?.code === 'unsupported') return;
      valueOf('setChannelState', answer);
      const [state] = (await owner.snapshot()).agent.channels;
      demand(state?.state === 'notReady', 'The snapshot has the new state.');
      demand(owner.events('agent.state').length > 0, 'The new state is told by agent.state.');
    },
  },
  {
    name: 'a reason for not being ready is set by its id, and shown by its label',
    when: ({ notReadyReasons }) => notReadyReasons.length > 0,
    async run({ owner, capabilities }) {
      const reason = found(capabilities.notReadyReasons[0], 'There is a reason.');
      await owner.take({ type: 'setChannelState', channel: 'sms', state: 'notReady', reason: reason.id });
      const [state] = (await owner.snapshot()).agent.channels;
      demand(state?.reason === reason.label, 'The state has the label of the reason.');
    },
  },
  {
    name: 'a malformed command is refused without an exception',
    async run({ owner, conversation }) {
      await owner.refused({ type: 'sendMessage', interactionId: conversation, text: '' }, 'An empty text is refused.');
    },
  },
  {
    name: 'a command that was taken is among the recent ones of a snapshot',
    async run({ owner, conversation }) {
      const commandId = await owner.take({ type: 'sendMessage', interactionId: conversation, text: 'Noted' });
      const { recentCommands } = await owner.snapshot();
      demand(recentCommands.includes(commandId), 'recentCommands has what was taken within the last minute.');
    },
  },
];
