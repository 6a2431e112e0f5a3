import { useState } from 'react';
import type { Baton } from '@baton/host-kit';
import { ConfirmDialog, IconButton, SignOutIcon, useStore, useTexts } from '@baton/ui';
import { goTo, inThisLanguage } from '../use-route';

/** Signs the agent out; asks first while they still have conversations. */
export function SignOut({ baton }: { baton: Baton }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState<'no' | 'sure' | 'again'>('no');
  const [busy, setBusy] = useState(false);
  const open = useStore(baton.context.desktop, (state) => Object.keys(state.interactions).length);

  async function signOut() {
    setBusy(true);
    const done = await baton.signOut();
    if (done.ok || done.error.code === 'unauthenticated') return goTo(inThisLanguage('/'), 'replace');
    setBusy(false);
    setAsking('again');
  }

  return (
    <>
      <IconButton
        label={t('shell.signOut')}
        icon={SignOutIcon}
        busy={busy}
        onClick={() => (open > 0 ? setAsking('sure') : void signOut())}
      />
      <ConfirmDialog
        open={asking !== 'no'}
        title={t(asking === 'again' ? 'shell.signOut.failed' : 'shell.signOut.confirm')}
        body={asking === 'again' ? t('shell.signOut.failed.help') : t('shell.signOut.confirm.help', { count: open })}
        confirmLabel={t('shell.signOut')}
        cancelLabel={t('shell.signOut.keep')}
        busy={busy}
        onConfirm={() => void signOut()}
        onCancel={() => setAsking('no')}
      />
    </>
  );
}
