import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anInteraction, byId, createTestHost, demoAgent } from '@baton/host-kit/testing';
import type { DesktopState } from '@baton/contracts';
import { TextsProvider } from '@baton/ui';
import { createShellTexts } from '../language';
import { AgentMenu } from './agent-menu/agent-menu';

const interaction = anInteraction({ contact: { id: 'c-1', name: 'Hope Summers' } });
const state: Partial<DesktopState> = {
  agent: { ...demoAgent, version: 1, presence: { state: 'ready', since: 0 }, channels: [] },
  connection: { state: 'live' },
  interactions: byId(interaction),
  drafts: { d: { interactionId: interaction.id, customer: 'Hope Summers', text: 'Will you', at: 1 } },
};

// Missing in the test environment.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

test('page translators leave names, and what people wrote, as they are', async () => {
  const context = createTestHost({ act: (change) => act(change), state });
  render(
    <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>
      <AgentMenu
        baton={{
          context,
          signOut: async () => ({ ok: true, value: { commandId: 'c' } }),
          register: () => async () => undefined,
        }}
        channelState={{ busy: false, run: () => undefined, statusButton: { current: null } }}
        onHelp={() => undefined}
      />
    </TextsProvider>,
  );
  act(() => screen.getByRole('button', { name: /Ready/i }).click());
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  for (const words of ['Hope Summers', demoAgent.name, 'Will you'])
    for (const shown of screen.getAllByText(words)) expect(shown.closest('[translate="no"]')).not.toBeNull();
});
