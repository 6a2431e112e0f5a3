import { refuse } from '../contact-centre/inputs';
import { createRefusals } from './refusals';

const accept = { type: 'acceptInvitation', commandId: 'command-1', invitationId: 'invitation-1' } as const;
const gone = refuse('gone', 'The invitation has ended');

test('the same command is refused in the same words, another one under its id as a conflict', () => {
  const refusals = createRefusals();
  refusals.add('ana', accept, gone);
  expect(refusals.of('ana', { ...accept })).toBe(gone);
  expect(refusals.of('ana', { ...accept, invitationId: 'invitation-2' })).toMatchObject({ code: 'conflict' });
  expect(refusals.of('ana', { type: 'signOut', commandId: 'command-1' })).toMatchObject({ code: 'conflict' });
});

test('ids are every agent’s own', () => {
  const refusals = createRefusals();
  refusals.add('ana', accept, gone);
  expect(refusals.of('bianca', accept)).toBeUndefined();
});

test('the oldest are forgotten', () => {
  const refusals = createRefusals(2);
  for (const commandId of ['command-1', 'command-2', 'command-3']) refusals.add('ana', { ...accept, commandId }, gone);
  expect(refusals.of('ana', accept)).toBeUndefined();
  expect(refusals.of('ana', { ...accept, commandId: 'command-2' })).toBe(gone);
});
