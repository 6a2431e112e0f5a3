import { useMutation } from '@tanstack/react-query';
import { useHost, valueOf } from '@baton/module-kit';
import { Button, useAnnounce } from '@baton/ui';
import { useWords } from '../texts';

/** The way back to ready for SMS. */
export function GoReady({ onDone }: { onDone(): void }) {
  const { t } = useWords();
  const { commands } = useHost();
  const announce = useAnnounce();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => valueOf(await commands.setChannelState({ channel: 'sms', state: 'ready' })),
    onSuccess: onDone,
    onError: () => announce(t('shell.status.failed'), { priority: 'assertive' }),
  });
  return (
    <Button size="sm" busy={isPending} onClick={() => mutate()}>
      {t('shell.status.goReady')}
    </Button>
  );
}
