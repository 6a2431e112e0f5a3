import { useState } from 'react';
import { ConfirmDialog, IconButton, RetryIcon, useCommand, useTexts } from '@baton/ui';
import type { Demo } from '../run-shell';

/** Starts the demo over, after asking. */
export function ResetDemo({ demo }: { demo: Demo }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);

  const { busy, run: reset } = useCommand(async () => {
    await demo.reset();
    setAsking(false);
  });

  return (
    <>
      <IconButton className="top-demo" label={t('shell.demo.reset')} icon={RetryIcon} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        title={t('shell.demo.reset.confirm')}
        body={t('shell.demo.reset.confirm.help')}
        confirmLabel={t('shell.demo.reset')}
        cancelLabel={t('shell.demo.reset.keep')}
        busy={busy}
        onConfirm={reset}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
