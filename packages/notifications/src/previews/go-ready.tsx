import { useState } from 'react';
import { useHost } from '@baton/module-kit';
import { Button, useAnnounce, useCommand } from '@baton/ui';
import { useWords } from '../texts';

/** The way back to ready for SMS. */
export function GoReady({ onDone }: { onDone(): void }) {
  const { t } = useWords();
  const { commands } = useHost();
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState<string>();
  const { busy, run } = useCommand(async () => {
    const answer = await commands.setChannelState({ channel: 'sms', state: 'ready' });
    if (answer.ok) return onDone();
    const told = `${t('shell.status.failed')}. ${t('shell.status.failed.help', { ref: answer.error.reference })}`;
    setRefusal(told);
    announce(told, { priority: 'assertive' });
  });
  return (
    <>
      {refusal !== undefined && <span>{refusal}</span>}
      <Button size="sm" busy={busy} onClick={run}>
        {t('shell.status.goReady')}
      </Button>
    </>
  );
}
