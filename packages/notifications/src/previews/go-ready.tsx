import { useState } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { Button, useAnnounce, useCommand } from '@baton/ui';
import { useTexts } from '../texts';

/** Sets the agent ready for SMS again, and says when that was refused. */
export function GoReady({ onDone }: { onDone(): void }) {
  const { t } = useTexts();
  const { commands } = useHost();
  const announce = useAnnounce();
  const isForAll = useDesktop((state) => state.capabilities?.readiness === 'agent');
  const [refusal, setRefusal] = useState<string>();
  const { busy, run } = useCommand(async () => {
    const answer = await commands.setChannelState({ channel: 'sms', state: 'ready' });
    if (answer.ok) return onDone();
    const message = `${t('readiness.failed')}. ${t('readiness.failed.help', { ref: answer.error.reference })}`;
    setRefusal(message);
    announce(message, { priority: 'assertive' });
  });
  return (
    <>
      {refusal !== undefined && <span>{refusal}</span>}
      <Button size="sm" busy={busy} onClick={run}>
        {t(isForAll ? 'readiness.goReady.all' : 'readiness.goReady')}
      </Button>
    </>
  );
}
