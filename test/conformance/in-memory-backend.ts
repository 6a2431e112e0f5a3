import { createAdapter, refuse } from '@baton/adapter-kit';
import type { AdapterOptions, News, SaidInteraction, SaidMessage, SaidTarget } from '@baton/adapter-kit';
import type { AgentRef } from '@baton/contracts';

type Offer = { id: string; to: AgentRef };
type Conversation = SaidInteraction & { owner: AgentRef; messages: SaidMessage[]; offer?: Offer };
type World = Required<Pick<AdapterOptions, 'clock' | 'random'>>;

/** A product in memory: conversations that have one owner each, and an adapter for the desktop of each agent. */
export function createProduct(agents: AgentRef[], conversations: Conversation[], world: World) {
  const common = { kind: 'agent', sms: { available: 'unknown' } } as const;
  const targets = agents.map((agent): SaidTarget => ({ ...common, ...agent, address: agent.id }));
  const adapters = new Map(agents.map((agent) => [agent.id, createAdapterOf(agent)]));
  const tellAgent = (agent: AgentRef, say: (news: News) => void) => adapters.get(agent.id)?.tell(say);

  function write({ id, owner, messages }: Conversation, message: SaidMessage): void {
    messages.push(message);
    tellAgent(owner, (news) => news.messages(id, [message]));
  }

  function createAdapterOf(me: AgentRef) {
    const owned = (id: string) =>
      conversations.find((one) => one.id === id && one.owner === me) ?? refuse('forbidden', 'It is not theirs.');
    const offered = (id: string) =>
      conversations.find(({ offer }) => offer?.id === id && offer.to === me) ?? refuse('gone', 'It is not on offer.');
    return createAdapter({
      ...world,
      capabilities: {
        targetKinds: ['agent'],
        declineReturnsToSender: 'yes',
        senderSeesOutcome: 'explicit',
        snapshotTransfers: true,
        idempotentCommands: ['sendMessage', 'startTransfer'],
      },
      commands: {
        signIn(_command, tell) {
          const ready = { state: 'ready', since: world.clock.now() } as const;
          tell((news) => {
            news.agent({ ...me, presence: ready, channels: [{ channel: 'sms', ...ready }] });
            for (const one of conversations) if (one.owner === me) news.interaction(one, one.messages);
          });
        },
        sendMessage: ({ interactionId, text, commandId: id }) =>
          write(owned(interactionId), { kind: 'agent', id, commandId: id, from: me, text }),
        startTransfer({ interactionId, target }, tell) {
          const one = owned(interactionId);
          const to = agents.find(({ id }) => id === target.id) ?? refuse('not_found', 'There is no such agent.');
          if (to === me) refuse('target_unavailable', 'It is theirs already.', 'self');
          if (one.offer) refuse('conflict', 'It is on offer.');
          const { id } = (one.offer = { id: world.random.id(), to });
          tell((news) => news.transfer({ id, interactionId, target }));
          tellAgent(to, (news) =>
            news.invitation({ ...one, id, interactionId, from: me, waitingSince: one.startedAt }),
          );
        },
        acceptInvitation({ invitationId: id }, tell) {
          const one = offered(id);
          tellAgent(one.owner, (news) => {
            news.transferEnded(id, { state: 'accepted', acceptedBy: me });
            news.interactionReleased(one.id, 'transferred', me);
          });
          Object.assign(one, { owner: me, receivedFrom: one.owner, offer: undefined });
          tell((news) => {
            news.invitationEnded(id, 'accepted');
            news.interaction(one, one.messages);
          });
        },
        declineInvitation({ invitationId: id }, tell) {
          const { owner } = Object.assign(offered(id), { offer: undefined });
          tell((news) => news.invitationEnded(id, 'declined'));
          tellAgent(owner, (news) => news.transferEnded(id, { state: 'declined' }));
        },
      },
      reads: {
        searchTargets: async ({ query }) => ({ targets: targets.filter(({ name }) => name.includes(query)) }),
      },
    });
  }
  return { adapters, write };
}
