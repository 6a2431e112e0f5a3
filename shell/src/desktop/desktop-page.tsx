import { useEffect, useMemo, useRef } from 'react';
import { selectors } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';
import { Button, Spinner, useTexts } from '@baton/ui';
import type { RoutingError } from '@baton/contracts';
import { goTo, signInAddress } from '../use-route';
import type { DesktopRoute } from '../route';
import type { ShellOptions } from '../shell-options';
import { ThemeRoot } from '../theme/theme-root';
import { Desktop } from './desktop';
import { useSession } from './use-session';

/** An agent's desktop, from opening the session to signing out. */
export function DesktopPage({ route, ...options }: ShellOptions & { route: DesktopRoute }) {
  const { t } = useTexts();
  const [session, retry] = useSession(route, options);
  const opened = session.state === 'open' ? session.baton : undefined;
  const signingOut = useRef(false);
  const baton = useMemo<Baton | undefined>(
    () =>
      opened && {
        ...opened,
        async signOut() {
          signingOut.current = true;
          return opened.signOut().finally(() => (signingOut.current = false));
        },
      },
    [opened],
  );

  // Signed out here or in another window of the same agent: both go back to the sign-in page, the other one with a word.
  useEffect(() => {
    const desktop = baton?.context.desktop;
    return desktop?.subscribe(() => {
      const { connection } = desktop.getState();
      if (connection.state !== 'sessionEnded' || connection.reason !== 'signedOut') return;
      const erasedTexts = selectors.lostAtSignOut(desktop.getState()).texts.length;
      goTo(signInAddress(), 'replace', signingOut.current ? undefined : { erasedTexts });
    });
  }, [baton]);

  if (session.state === 'open') return baton && <Desktop baton={baton} />;
  return (
    <ThemeRoot theme={route.theme} density={route.density}>
      <main className="page" aria-busy={session.state === 'opening'}>
        {session.state === 'opening' ? (
          <p className="page-busy" role="status">
            <Spinner /> {t('session.opening')}
          </p>
        ) : (
          <NotOpened error={session.error} agent={route.agent} onRetry={retry} />
        )}
      </main>
    </ThemeRoot>
  );
}

function NotOpened({ error, agent, onRetry }: { error: RoutingError; agent: string; onRetry(): void }) {
  const { t } = useTexts();
  const toSignIn = () => goTo(signInAddress());
  if (error.code === 'not_found')
    return (
      <>
        <h1 className="page-title">{t('shell.signIn.unknownAgent', { agent })}</h1>
        <p>{t('session.unknownAgent.help')}</p>
        <p className="page-actions">
          <Button variant="primary" onClick={toSignIn}>
            {t('address.signIn')}
          </Button>
        </p>
      </>
    );
  return (
    <>
      <h1 className="page-title">{t('session.failed')}</h1>
      <p>{t('session.failed.help', { ref: error.reference })}</p>
      <p className="page-actions">
        <Button variant="primary" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
        <Button onClick={toSignIn}>{t('address.signIn')}</Button>
      </p>
    </>
  );
}
