import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { signInChoices } from '@baton/host-kit';
import { Avatar, Banner, Button, ErrorState, Skeleton, useTexts } from '@baton/ui';
import type { Result, SignInChoices } from '@baton/contracts';
import type { ShellOptions } from '../shell-options';
import { desktopAddress, farewellOf, goTo, inThisLanguage } from '../use-route';

/** Offers the agents of the contact centre to sign in as; `children` stand below them. */
export function SignInPage({ fetch, children }: Pick<ShellOptions, 'fetch'> & { children?: ReactNode }) {
  const { t } = useTexts();
  const [farewell] = useState(() => farewellOf(window.history.state));
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<{ attempt: number; choices: Result<SignInChoices> }>();
  const choices = answered?.choices;

  // It is said once: not after a reload, and not on the way back.
  useEffect(() => {
    if (farewell) window.history.replaceState(null, '');
  }, [farewell]);

  useEffect(() => {
    const leaving = new AbortController();
    void signInChoices({ baseUrl: '/', fetch }, leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setAnswered({ attempt, choices: answer });
    });
    return () => leaving.abort();
  }, [fetch, attempt]);

  return (
    <main className="page" aria-busy={choices === undefined}>
      {farewell && (
        <Banner
          severity="information"
          title={t('shell.signedOutElsewhere')}
          help={t('shell.signedOutElsewhere.help', { count: farewell.erasedTexts })}
        />
      )}
      <h1 className="page-title">{t('shell.signIn.title')}</h1>
      <p className="page-help">{t('shell.signIn.help')}</p>
      {choices === undefined && [60, 40, 50].map((width) => <Skeleton key={width} width={width} />)}
      {choices?.ok === false && (
        <ErrorState
          title={t('shell.signIn.failed')}
          body={t('shell.signIn.failed.help', { ref: choices.error.reference })}
          retrying={answered?.attempt !== attempt}
          onRetry={() => setAttempt(attempt + 1)}
        />
      )}
      {choices?.ok === true && (
        <>
          <ul className="sign-in-list">
            {choices.value.agents.map(({ id, name, signedIn, description }) => (
              <li key={id}>
                <Button className="sign-in-choice" onClick={() => goTo(desktopAddress(id))}>
                  <Avatar kind="agent" name={name} />
                  <span className="sign-in-texts">
                    <bdi className="sign-in-name" translate="no">
                      {name}
                    </bdi>
                    <span className="sign-in-meta">
                      {description === undefined ? (
                        t(signedIn ? 'signIn.signedIn' : 'signIn.signedOut')
                      ) : (
                        <bdi>{description}</bdi>
                      )}
                    </span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
          <p>
            <a href={inThisLanguage('/two-desktops?left=ana&right=bianca')}>{t('signIn.both')}</a>
          </p>
        </>
      )}
      {children}
    </main>
  );
}
