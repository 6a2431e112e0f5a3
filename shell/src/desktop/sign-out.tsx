import { useState } from 'react';
import type { Baton } from '@baton/host-kit';
import { ConfirmDialog, IconButton, SignOutIcon, useStore, useTexts } from '@baton/ui';
import { goTo, inThisLanguage } from '../use-route';

/** Signs the agent out; asks first while they still have conversations. */
export function SignOut({ baton }: { baton: Baton }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState<'no' | 'sure' | 'again'>('no');
  const open = useStore(baton.context.desktop, (state) => Object.keys(state.interactions).length);

  async function signOut() {
    setAsking('no');
    const done = await baton.signOut();
    if (!done.ok && done.error.code !== 'unauthenticated') return setAsking('again');
    goTo(inThisLanguage('/'), 'replace');
  }

  return (
    <>
      <IconButton
        label={t('shell.signOut')}
        icon={SignOutIcon}
        onClick={() => (open > 0 ? setAsking('sure') : void signOut())}
      />
      <ConfirmDialog
        open={asking !== 'no'}
        title={t(asking === 'again' ? 'shell.signOut.failed' : 'shell.signOut.confirm')}
        body={asking === 'again' ? t('shell.signOut.failed.help') : t('shell.signOut.confirm.help', { count: open })}
        confirmLabel={t('shell.signOut')}
        cancelLabel={t('shell.signOut.keep')}
        onConfirm={() => void signOut()}
        onCancel={() => setAsking('no')}
      />
    </>
  );
}
