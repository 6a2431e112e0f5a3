import type { Message } from '@baton/contracts';
import { demand, found } from '../demand';
import type { SceneCheck } from '../check';
import type { AgentDesktop } from '../agent-desktop';
import { valueOf } from '../agent-desktop';

/** Checks of texts of agents and customers. */
export const messageChecks: SceneCheck[] = [
  {
    name: 'a text is sent with the id of its command, and is in the next snapshot',
    async run({ owner, conversation }) {
      const commandId = await owner.take({ type: 'sendMessage', interactionId: conversation, text: 'One moment' });
      const isIt = (message: Message) => message.kind === 'agent' && message.commandId === commandId;
      demand(
        appended(owner, conversation).some(isIt),
        'messages.appended tells the text, with the command that sent it.',
      );
      demand((await kept(owner, conversation)).filter(isIt).length === 1, 'The snapshot has the text, once.');
    },
  },
  {
    name: 'a customer’s texts are received once, in order, and by the owner alone',
    async run({ world, owner, colleague, conversation }) {
      const texts = ['one', 'two', 'three'];
      for (const text of texts) await world.customerWrites(conversation, text);
      await world.timePasses(0);
      const received = appended(owner, conversation).flatMap((one) => (one.kind === 'customer' ? [one.text] : []));
      demand(received.join() === texts.join(), `The owner receives ${texts.join()}; it was ${received.join()}.`);
      demand(appended(colleague, conversation).length === 0, 'Other agents do not receive it.');
    },
  },
  {
    name: 'a text that is sent twice under one id counts once, and another one under it is refused',
    when: ({ idempotentCommands }) => idempotentCommands.includes('sendMessage'),
    async run({ world, owner, conversation }) {
      const before = (await kept(owner, conversation)).length;
      const commandId = world.random.id();
      const text = { type: 'sendMessage', interactionId: conversation, text: 'Once' } as const;
      valueOf('sendMessage', await owner.send(text, commandId));
      valueOf('sendMessage, once more', await owner.send(text, commandId));
      demand((await kept(owner, conversation)).length === before + 1, 'The customer gets the text once.');
      const other = await owner.send({ ...text, text: 'Another' }, commandId);
      demand(other.error?.code === 'conflict', 'Another command under a used id is refused with "conflict".');
    },
  },
  {
    name: 'a conversation that an agent begins is theirs and has their text; its number has no other one',
    when: ({ startInteraction }) => startInteraction === true,
    async run({ owner, colleague, capabilities: { senders } }) {
      const from = senders?.[0] && { from: senders[0].id };
      const start = { type: 'startInteraction', to: '+447700900199', ...from, text: 'Your order is ready.' } as const;
      const commandId = await owner.take(start);
      const begun = (await owner.snapshot()).interactions.filter((one) => one.commandId === commandId);
      demand(begun.length === 1, 'Exactly one interaction of the snapshot has the id of the command.');
      const texts = await kept(owner, found(begun[0], 'There is a conversation.').id);
      demand(texts.filter((one) => one.kind === 'agent' && one.text === start.text).length === 1, 'It has the text.');
      await owner.refused(start, 'A number has one open conversation.');
      const { to, text } = start;
      await colleague.refused({ type: 'startInteraction', to, text }, 'So it is for other agents.');
    },
  },
  {
    name: 'a conversation of another agent can be neither written in nor handed over',
    async run({ colleague, owner, conversation: interactionId }) {
      await colleague.refused({ type: 'sendMessage', interactionId, text: 'Mine?' }, 'Only the owner writes.');
      const target = { kind: 'agent', ...owner.agent } as const;
      await colleague.refused({ type: 'startTransfer', interactionId, target }, 'Only the owner transfers.');
    },
  },
  {
    name: 'earlier messages are read from the end, before an index',
    async run({ world, owner, conversation: interactionId }) {
      for (const text of ['one', 'two', 'three']) await world.customerWrites(interactionId, text);
      await world.timePasses(0);
      const last = found(
        (await kept(owner, interactionId)).at(-1),
        'The snapshot has the end of a conversation.',
      ).index;
      const page = valueOf('messages', await owner.backend.messages({ interactionId, before: last, limit: 1 }));
      demand(
        page.messages.map(({ index }) => index).join() === `${last - 1}`,
        'The message before the last one comes.',
      );
      demand(page.earlier === last > 1, '"earlier" says whether there are more before.');
    },
  },
  {
    name: 'a completed conversation leaves',
    async run({ owner, conversation: interactionId }) {
      const [able] = (await owner.snapshot()).interactions.filter(({ id }) => id === interactionId);
      if (!able?.capabilities.includes('complete')) return;
      await owner.take({ type: 'completeInteraction', interactionId });
      const [released] = owner.events('interaction.released');
      demand(released?.why === 'completed', 'interaction.released tells that it was completed.');
      demand(!(await owner.snapshot()).interactions.some(({ id }) => id === interactionId), 'It is in no snapshot.');
    },
  },
];

function appended(desktop: AgentDesktop, conversation: string): Message[] {
  const pages = desktop.events('messages.appended').filter(({ interactionId }) => interactionId === conversation);
  return pages.flatMap(({ messages }) => messages);
}

async function kept(desktop: AgentDesktop, conversation: string): Promise<Message[]> {
  const { messages } = await desktop.snapshot();
  return messages.filter(({ interactionId }) => interactionId === conversation).flatMap((page) => page.messages);
}
