import { useEffect, useRef } from 'react';
import { selectors } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';
import { knownOr } from '@baton/contracts';
import { Banner, Button, useStore, useTexts } from '@baton/ui';
import type { Texts } from '@baton/ui';
import type { Agent, HostContext } from '@baton/contracts';
import { OverridesNotice } from './overrides-notice';
import type { ChannelState } from './use-channel-state';

/** What concerns the whole desktop: developers' builds in it, the connection, and readiness. */
export function DesktopBanners({
  baton: { context, overrides, connectNow },
  channelState,
}: {
  baton: Pick<Baton, 'context' | 'overrides' | 'connectNow'>;
  channelState: ChannelState;
}) {
  const { t } = useTexts();
  const banner = useBanner(context, channelState, connectNow);
  const delayed = useDelayed(context);
  const overridden = Object.keys(overrides.list()).length > 0;
  if (banner === null && !overridden && !delayed) return null;
  return (
    <section className="region-banner" aria-label={t('desktop.status')}>
      {overridden && <OverridesNotice overrides={overrides} />}
      {delayed && <Banner severity="warning" title={t('connection.delayed')} help={t('connection.delayed.help')} />}
      {banner}
    </section>
  );
}

/** Whether snapshots take the event stream's place; agents hear when it begins. */
function useDelayed({ adapters, desktop }: HostContext): boolean {
  const { t } = useTexts();
  const delayed = useStore(desktop, ({ connection }) => connection.state === 'live' && connection.delayed === true);
  useEffect(() => {
    if (delayed) adapters.announcer.announce(`${t('connection.delayed')}. ${t('connection.delayed.help')}`);
  }, [delayed, adapters, t]);
  return delayed;
}

function useBanner(context: HostContext, channelState: ChannelState, connectNow: () => void) {
  const { t } = useTexts();
  const { adapters, desktop } = context;
  const connection = useStore(desktop, (state) => state.connection);
  const notReady = useStore(desktop, (state) => state.agent !== undefined && !selectors.isReadyForSms(state));
  const sms = useStore(desktop, (state) => state.agent?.channels.find(({ channel }) => channel === 'sms'));
  const isForAll = useStore(desktop, (state) => state.capabilities?.readiness === 'agent');
  const wasLost = useRef(false);

  useEffect(() => {
    if (connection.state === 'connectionLost' && !wasLost.current) {
      wasLost.current = true;
      adapters.announcer.announce(`${t('connection.lost')}. ${t('connection.lost.help')}`, { priority: 'assertive' });
    } else if (connection.state === 'live' && wasLost.current) {
      wasLost.current = false;
      adapters.announcer.announce(t('connection.restored'));
    }
  }, [connection, adapters, t]);

  const setTitle = notReady ? setByOther(sms, t) : undefined;
  useEffect(() => {
    if (setTitle !== undefined) adapters.announcer.announce(`${setTitle}. ${t('shell.notReady.help')}`);
  }, [setTitle, adapters, t]);

  // The banner goes, so the focus goes to what tells the status.
  function goReady() {
    channelState.statusButton.current?.focus();
    channelState.run('ready');
  }

  if (connection.state === 'connectionLost') {
    return (
      <Banner
        severity="warning"
        title={t('connection.lost')}
        help={t('connection.lost.help')}
        actions={
          <Button size="sm" onClick={connectNow}>
            {t('connection.connectNow')}
          </Button>
        }
      />
    );
  }
  if (connection.state === 'sessionEnded' && connection.reason !== 'signedOut') {
    const reason = knownOr(connection.reason, 'lost');
    return (
      <Banner
        severity="problem"
        title={t(`session.${reason}`)}
        help={t(`session.${reason}.help`)}
        actions={
          <Button size="sm" onClick={() => window.location.reload()}>
            {t('session.signInAgain')}
          </Button>
        }
      />
    );
  }
  if (notReady) {
    return (
      <Banner
        severity={setTitle === undefined ? 'information' : 'warning'}
        title={setTitle ?? t('shell.notReady')}
        help={t('shell.notReady.help')}
        actions={
          <Button size="sm" busy={channelState.busy} onClick={goReady}>
            {t(isForAll ? 'readiness.goReady.all' : 'readiness.goReady')}
          </Button>
        }
      />
    );
  }
  return null;
}

/** The title of a Not Ready that the agent has not set; undefined for their own. */
function setByOther(sms: Agent['channels'][number] | undefined, t: Texts['t']): string | undefined {
  if (sms === undefined || (sms.setBy ?? 'agent') === 'agent') return undefined;
  return sms.reason === undefined ? t('shell.setNotReady') : t('shell.setNotReady.reason', { reason: sms.reason });
}
