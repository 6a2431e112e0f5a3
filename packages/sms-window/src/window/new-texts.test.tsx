import { aMessage, anInteraction, byId } from '@baton/module-kit/testing';
import type { TestHost } from '@baton/module-kit/testing';
import { activate, heard, hostWithConversation, interaction, open } from '../testing/open-window';

const olu = anInteraction({ id: 'olu', contact: { id: 'olu', name: 'Olu' } });
const zoe = anInteraction({ id: 'zoe', contact: { id: 'zoe', name: 'Zoe' } });

async function withThree() {
  const host = hostWithConversation({ interactions: [interaction, olu, zoe] });
  for (const id of ['olu', 'zoe']) write(host, id);
  await open(host);
  return host;
}

function write(host: TestHost, id: string) {
  host.setState(({ conversations }) => {
    const { messages = [] } = conversations[id] ?? {};
    const next = [...messages, aMessage({ index: (messages.at(-1)?.index ?? -1) + 1 })];
    return { conversations: { ...conversations, [id]: { messages: next, earlier: false } } };
  });
}

const told = (host: TestHost) => heard(host).filter((text) => /New message|new message/.test(text));

test('K1-7 customers who write in conversations that are not in front are announced, in one announcement', async () => {
  const host = await withThree();
  write(host, 'olu');
  write(host, 'olu');
  expect(told(host)).toEqual([]);
  host.clock.advance(1500);
  expect(told(host)).toEqual([expect.stringMatching(/^2 new messages from .*Olu/)]);
  expect(host.adapters.announcements.at(-1)?.priority).toBe('polite');
  write(host, 'olu');
  write(host, 'zoe');
  host.clock.advance(1500);
  expect(told(host).at(-1)).toBe('New messages in 2 conversations');
});

test('K1-7 what comes in on screen, or is looked at meanwhile, is not announced again', async () => {
  const host = await withThree();
  write(host, interaction.id);
  write(host, 'olu');
  activate(host, { interactionId: 'olu', focus: true });
  host.clock.advance(1500);
  expect(told(host)).toEqual([]);
});

test('K1-7 a text is announced though keys have led past its conversation to another one meanwhile', async () => {
  const host = await withThree();
  write(host, 'olu');
  activate(host, { interactionId: 'olu', focus: true });
  host.clock.advance(499);
  activate(host, { interactionId: 'zoe', focus: true });
  host.clock.advance(1500);
  expect(told(host)).toEqual([expect.stringMatching(/^New message from .*Olu/)]);
});

test('K1-7 conversations that come with texts in them are not new texts', async () => {
  const host = await withThree();
  host.setState(({ interactions, conversations }) => ({
    interactions: { ...interactions, ...byId(anInteraction({ id: 'late' })) },
    conversations: { ...conversations, late: { messages: [aMessage()], earlier: false } },
  }));
  host.clock.advance(1500);
  expect(told(host)).toEqual([]);
});
