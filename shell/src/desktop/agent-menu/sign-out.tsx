import { useId, useState } from 'react';
import { selectors } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';
import { Button, ConfirmDialog, SignOutIcon, useCommand, useStore, useTexts } from '@baton/ui';

/** Signs the agent out; asks first while they still have something to lose. The page follows when the session has ended. */
export function SignOut({ baton }: { baton: Pick<Baton, 'context' | 'signOut'> }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState<'no' | 'sure' | 'again'>('no');
  const losses = useStore(baton.context.desktop, selectors.lostAtSignOut, isSame);
  const losesSomething = Object.values(losses).some((lost) => lost.length > 0);

  const { busy, run: signOut } = useCommand(async () => {
    const done = await baton.signOut();
    if (!done.ok && done.error.code !== 'unauthenticated') setAsking('again');
  });

  return (
    <>
      <Button
        variant="quiet"
        part="sign-out"
        icon={SignOutIcon}
        busy={busy}
        onClick={() => (losesSomething ? setAsking('sure') : signOut())}
      >
        {t('shell.signOut')}
      </Button>
      <ConfirmDialog
        open={asking !== 'no'}
        title={t(asking === 'again' ? 'shell.signOut.failed' : 'shell.signOut.confirm')}
        body={asking === 'again' ? t('shell.signOut.failed.help') : <Losses losses={losses} />}
        confirmLabel={t('shell.signOut')}
        cancelLabel={t('shell.signOut.keep')}
        busy={busy}
        onConfirm={signOut}
        onCancel={() => setAsking('no')}
      />
    </>
  );
}

function Losses({ losses: { conversations, texts, transfers } }: { losses: selectors.SignOutLosses }) {
  const { t } = useTexts();
  const id = useId();
  return (
    <>
      {(conversations.length > 0 || texts.length + transfers.length === 0) && (
        <p>{t('shell.signOut.confirm.help', { count: conversations.length })}</p>
      )}
      {texts.length > 0 && (
        <>
          <p id={`${id}-texts`}>{t('shell.signOut.texts', { count: texts.length })}</p>
          <ul className="sign-out-losses" aria-labelledby={`${id}-texts`}>
            {texts.map(({ customer, text }, index) => (
              <li key={index}>
                <bdi translate="no">{customer ?? t('name.unknown')}</bdi>
                <blockquote dir="auto" translate="no">
                  {text}
                </blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
      {transfers.length > 0 && (
        <>
          <p id={`${id}-transfers`}>{t('shell.signOut.transfers', { count: transfers.length })}</p>
          <ul className="sign-out-losses" aria-labelledby={`${id}-transfers`}>
            {transfers.map(({ interactionId, customer, target }) => (
              <li key={interactionId}>{t('shell.signOut.transfer', { customer, target: target.name })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function isSame(before: selectors.SignOutLosses, after: selectors.SignOutLosses): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
