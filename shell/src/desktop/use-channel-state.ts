import { useRef } from 'react';
import { useCommand, useTexts } from '@baton/ui';
import type { HostContext } from '@baton/contracts';

/** The one command of all controls that set whether the agent is ready for SMS. */
export type ChannelState = ReturnType<typeof useChannelState>;

/** Sets whether the agent is ready for SMS; a refusal goes to My Messages, for the control may be gone by then. */
export function useChannelState({ commands, bus }: Pick<HostContext, 'commands' | 'bus'>) {
  const { t } = useTexts();
  /** The button that tells the status: where focus goes when the control that was pressed goes. */
  const statusButton = useRef<HTMLButtonElement>(null);
  const command = useCommand(async (state: 'ready' | 'notReady', reason?: string) => {
    const answer = await commands.setChannelState({
      channel: 'sms',
      state,
      ...(reason === undefined ? {} : { reason }),
    });
    if (answer.ok) return;
    void bus.request('notice.post', {
      severity: 'problem',
      title: t('readiness.failed'),
      body: t('readiness.failed.help', { ref: answer.error.reference }),
    });
  });
  return { ...command, statusButton };
}
