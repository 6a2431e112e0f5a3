import type { InteractionTransfer, TranscriptEvent } from '@baton/contracts';
import {
  aTargetRef,
  aTransfer,
  demoAgent,
  demoColleague,
  saidByLog,
  spokenIn,
  testStart,
} from '@baton/module-kit/testing';
import type { TestHost } from '@baton/module-kit/testing';
import { hostWithConversation, interaction, messages, open } from '../testing/open-window';

const pending = aTransfer();
const ended = { ...pending, version: 2, endedAt: testStart };
const outcomes: Record<string, InteractionTransfer> = {
  invited: pending,
  declined: { ...ended, state: 'declined' },
  expired: { ...ended, state: 'expired' },
  cancelled: { ...ended, state: 'cancelled' },
  failed: { ...ended, state: 'failed', reason: 'offline' },
  accepted: { ...ended, state: 'accepted', acceptedBy: demoColleague },
};

/** A change of the desktop together with its event in the transcript, as the stream brings them. */
function tell(host: TestHost, event: TranscriptEvent['event'], change: Parameters<TestHost['setState']>[0]): void {
  const entry: TranscriptEvent = {
    kind: 'event',
    index: messages.length,
    version: 2,
    at: testStart,
    event,
    by: demoAgent,
    target: aTargetRef(),
  };
  host.setState(change);
  host.setState({ conversations: { [interaction.id]: { messages: [...messages, entry], earlier: false } } });
  host.clock.advance(1000);
}

describe('each happening has one voice', () => {
  test.each(['invited', 'declined', 'expired', 'cancelled', 'failed', 'accepted'] as const)('%s', async (event) => {
    const host = hostWithConversation(event === 'invited' ? {} : { shownTransfers: { [interaction.id]: pending } });
    const spoken = spokenIn(host);
    const { getByRole, getAllByRole } = await open(host);
    const log = saidByLog(getByRole('log'));
    const transfer = outcomes[event] ?? pending;
    tell(host, event, { shownTransfers: { [interaction.id]: transfer } });
    expect(getAllByRole('listitem').at(-1)).toHaveClass(event === 'accepted' ? 'sms-divider-moved' : 'sms-event');
    expect([...spoken(), ...log()]).toHaveLength(1);
  });

  test('the customer ends', async () => {
    const host = hostWithConversation();
    const spoken = spokenIn(host);
    const { getByRole } = await open(host);
    const log = saidByLog(getByRole('log'));
    tell(host, 'ended', { interactions: { [interaction.id]: { ...interaction, state: 'ended', version: 2 } } });
    expect(getByRole('log')).toHaveTextContent(/ended/);
    expect([...spoken(), ...log()]).toHaveLength(1);
  });

  test('what the customer writes is said by the log alone', async () => {
    const host = hostWithConversation();
    const spoken = spokenIn(host);
    const { getByRole } = await open(host);
    const log = saidByLog(getByRole('log'));
    const text = { kind: 'customer', index: 2, version: 2, at: testStart, name: 'Jo Demo', text: 'Hello?' } as const;
    host.setState({ conversations: { [interaction.id]: { messages: [...messages, text], earlier: false } } });
    expect(spoken()).toEqual([]);
    expect(log()).toEqual([expect.stringContaining('Hello?')]);
  });
});
