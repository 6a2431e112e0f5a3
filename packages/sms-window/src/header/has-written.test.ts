import { aDesktop, aMessage, anInteraction, aReply, demoColleague, testStart } from '@baton/module-kit/testing';
import type { Message } from '@baton/contracts';
import { hasWritten } from './has-written';

const interaction = anInteraction({ assignedAt: testStart });
const asked = (...messages: Message[]) =>
  hasWritten(aDesktop({ conversations: { [interaction.id]: { messages, earlier: false } } }), interaction);

test.each<[string, readonly Message[], boolean]>([
  ['nothing', [], false],
  ['what the customer says', [aMessage({ at: testStart })], false],
  ['what a colleague has written', [aReply({ at: testStart, from: demoColleague })], false],
  ['what the owner wrote before they gave it away and got it back', [aReply({ at: testStart - 1 })], false],
  ['what the owner writes', [aReply({ at: testStart }), aMessage({ index: 2, at: testStart + 1 })], true],
])('%s', (_, messages, expected) => {
  expect(asked(...messages)).toBe(expected);
});
