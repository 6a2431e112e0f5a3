import { embedBaton } from '@baton/iframe';
import type { EmbeddedBaton, EmbedError } from '@baton/iframe';

// What a team writes whose desktop holds Baton in an iframe.
export async function start(element: HTMLElement, onError: (error: EmbedError) => void): Promise<EmbeddedBaton> {
  const texts = embedBaton(element, {
    src: 'https://baton.example/frame/',
    agent: { id: 'ana', name: 'Ana Ruiz' },
    getToken: (refused) => Promise.resolve(refused ?? 'first'),
    tokens: { '--baton-accent-solid': '#2e4a1f' },
    onFact: (fact) => fact.topic === 'transfer.accepted' && console.log(fact.payload.acceptedBy.name),
    onError,
  });
  await texts.ready();
  texts.on('attention.changed', ({ incoming }) => console.log(incoming));
  const { noticeId } = await texts.request('notice.post', { severity: 'information', title: 'Case filed' });
  texts.update({ theme: 'dark', autoHeight: { max: 600 }, tokens: { '--baton-accent-solid': noticeId } });
  return texts;
}

declare const embedded: EmbeddedBaton;
// @ts-expect-error a topic that does not exist
embedded.on('transfer.acepted', () => undefined);
// @ts-expect-error the page's address cannot change
embedded.update({ src: '/other' });
// @ts-expect-error an agent is needed
embedBaton(document.body, { src: '/frame/', getToken: () => Promise.resolve('') });
