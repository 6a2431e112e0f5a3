import { useEffect } from 'react';
import { Button, Spinner, useTexts } from '@baton/ui';
import { goTo, inThisLanguage } from '../use-route';
import type { DesktopRoute } from '../route';
import type { ShellOptions } from '../run-shell';
import { ThemeRoot } from '../theme/theme-root';
import { Desktop } from './desktop';
import { useSession } from './use-session';

/** An agent's desktop, from opening the session to signing out. */
export function DesktopPage({ route, demo, ...options }: ShellOptions & { route: DesktopRoute }) {
  const { t } = useTexts();
  const [session, retry] = useSession(route, options);
  const baton = session.state === 'open' ? session.baton : undefined;

  // Signed out here or in another window of the same agent: both go back to the sign-in page.
  useEffect(() => {
    const desktop = baton?.context.desktop;
    return desktop?.subscribe(() => {
      const { connection } = desktop.getState();
      if (connection.state === 'sessionEnded' && connection.reason === 'signedOut')
        goTo(inThisLanguage('/'), 'replace');
    });
  }, [baton]);

  if (session.state === 'open') return <Desktop baton={session.baton} demo={demo} />;
  return (
    <ThemeRoot theme={route.theme}>
      <main className="page" aria-busy={session.state === 'opening'}>
        {session.state === 'opening' ? (
          <p className="page-busy" role="status">
            <Spinner /> {t('session.opening')}
          </p>
        ) : (
          <>
            <h1 className="page-title">
              {session.error.code === 'not_found'
                ? t('shell.signIn.unknownAgent', { agent: route.agent })
                : t('session.failed')}
            </h1>
            <p>
              {session.error.code === 'not_found'
                ? t('session.unknownAgent.help')
                : t('session.failed.help', { ref: session.error.reference })}
            </p>
            <p className="page-actions">
              <Button variant="primary" onClick={retry}>
                {t('common.tryAgain')}
              </Button>
              <Button onClick={() => goTo(inThisLanguage('/'))}>{t('address.signIn')}</Button>
            </p>
          </>
        )}
      </main>
    </ThemeRoot>
  );
}
