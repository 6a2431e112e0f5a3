import { useState } from 'react';
import type { Baton } from '@baton/host-kit';
import { ConfirmDialog, IconButton, SignOutIcon, useStore, useTexts } from '@baton/ui';
import { goTo, inThisLanguage } from '../use-route';

/** Signs the agent out; asks first while they still have conversations. */
export function SignOut({ baton }: { baton: Baton }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const open = useStore(baton.context.desktop, (state) => Object.keys(state.interactions).length);

  async function signOut() {
    setAsking(false);
    await baton.signOut();
    goTo(inThisLanguage('/'), 'replace');
  }

  return (
    <>
      <IconButton
        label={t('shell.signOut')}
        icon={SignOutIcon}
        onClick={() => (open > 0 ? setAsking(true) : void signOut())}
      />
      <ConfirmDialog
        open={asking}
        title={t('shell.signOut.confirm')}
        body={t('shell.signOut.confirm.help', { count: open })}
        confirmLabel={t('shell.signOut')}
        cancelLabel={t('shell.signOut.keep')}
        onConfirm={() => void signOut()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
