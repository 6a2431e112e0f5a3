import type { TextAttributes } from '../conversations';
import type { SdkMessage } from '../sdk-message';
import type { SdkClient } from '../twilio-conversations';

/** A stand-in for the `Client` of @twilio/conversations, with one conversation that is read two messages at a time. */
export function createSdkClient(sid: string, messages: SdkMessage[], participants: { sid: string; type: string }[]) {
  const listeners = new Map<string, ((told: never) => void)[]>();
  const sent: [string, TextAttributes | undefined][] = [];
  const tokens: string[] = [];
  let isShutDown = false;

  type Page = Awaited<ReturnType<(typeof conversation)['getMessages']>>;
  const pageFrom = (start: number) => ({
    items: messages.slice(start, start + 2),
    hasNextPage: messages.length > start + 2,
    nextPage: async (): Promise<Page> => pageFrom(start + 2),
  });
  const conversation: Awaited<ReturnType<SdkClient['getConversationBySid']>> = {
    sid,
    getMessages: async () => pageFrom(0),
    getParticipants: async () => participants,
    async sendMessage(text, attributes) {
      sent.push([text, attributes]);
      return 7;
    },
  };

  const sdk: SdkClient = {
    on(event: string, listener: (told: never) => void) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      // The SDK repeats this to whoever listens late.
      if (event === 'initialized') emit('initialized');
    },
    getConversationBySid: async () => conversation,
    updateToken: async (token) => tokens.push(token),
    async shutdown() {
      isShutDown = true;
    },
  };

  function emit(event: string, ...told: unknown[]): void {
    for (const listener of listeners.get(event) ?? []) Reflect.apply(listener, undefined, told);
  }

  return {
    ...{ sdk, sent, tokens },
    isShutDown: () => isShutDown,
    add: (message: SdkMessage) => emit('messageAdded', { ...message, conversation }),
    update: (message: SdkMessage) => emit('messageUpdated', { message: { ...message, conversation } }),
    become: (state: string) => emit('connectionStateChanged', state),
    askForToken: () => emit('tokenAboutToExpire'),
    async settled() {
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
