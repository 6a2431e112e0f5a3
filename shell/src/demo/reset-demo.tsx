import { useState } from 'react';
import { ConfirmDialog, IconButton, RetryIcon, useTexts } from '@baton/ui';
import type { Demo } from '../run-shell';

/** Starts the demo over, after asking. */
export function ResetDemo({ demo }: { demo: Demo }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);

  async function reset() {
    setAsking(false);
    await demo.reset();
  }

  return (
    <>
      <IconButton className="top-demo" label={t('shell.demo.reset')} icon={RetryIcon} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        title={t('shell.demo.reset.confirm')}
        body={t('shell.demo.reset.confirm.help')}
        confirmLabel={t('shell.demo.reset')}
        cancelLabel={t('shell.demo.reset.keep')}
        onConfirm={() => void reset()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
