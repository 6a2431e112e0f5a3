import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { selectors } from '@baton/host-kit';
import { Button, PresenceGlyph, useStore, useTexts } from '@baton/ui';
import type { Texts } from '@baton/ui';
import type { Agent, HostContext } from '@baton/contracts';
import type { ChannelState } from './use-channel-state';

/** Class of the button that tells the agent's status. */
export const statusButton = 'readiness-button';

/** Shows who is signed in and how they stand, and changes it. */
export function Readiness({ context, channelState }: { context: HostContext; channelState: ChannelState }) {
  const { t } = useTexts();
  const panel = useId();
  const place = useRef<HTMLDivElement>(null);
  // The status when the panel was opened: what can be clicked in there stays in its place.
  const [opened, setOpened] = useState<Status>();
  const open = opened !== undefined;
  const agent = useStore(context.desktop, (state) => state.agent);
  const status = useStore(context.desktop, selectors.ownStatus);
  const reasons = useStore(context.desktop, (state) => state.capabilities?.notReadyReasons);
  const notPossible = status === 'unknown' ? t('connection.needed') : undefined;
  if (agent === undefined) return null;
  const words = statusWords(status, agent, t);

  function close() {
    place.current?.querySelector('button')?.focus();
    setOpened(undefined);
  }

  function set(state: 'ready' | 'notReady', reason?: string) {
    close();
    channelState.run(state, reason);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  }

  return (
    <div
      ref={place}
      className="readiness"
      // In Safari a button that is pressed takes no focus: it stays in here all the same.
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpened(undefined)}
    >
      <Button
        className={statusButton}
        busy={channelState.busy}
        aria-label={t('shell.status', { name: agent.name, status: words })}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpened(open ? undefined : status)}
      >
        <PresenceGlyph state={status} />
        <bdi className="readiness-name">{agent.name}</bdi>
        <span className="readiness-status">{words}</span>
      </Button>
      {open && (
        <div className="readiness-panel" id={panel} role="group" aria-label={t('shell.status.label')}>
          {opened === 'afterCallWork' && <p className="readiness-help">{t('top.afterCallWork.help')}</p>}
          {opened !== 'ready' && (
            <Button variant="quiet" disabledReason={notPossible} onClick={() => set('ready')}>
              {t('shell.status.goReady')}
            </Button>
          )}
          {opened !== 'notReady' && (
            <Button variant="quiet" disabledReason={notPossible} onClick={() => set('notReady')}>
              {t('shell.status.goNotReady')}
            </Button>
          )}
          {reasons?.map((reason) => (
            <Button key={reason} variant="quiet" disabledReason={notPossible} onClick={() => set('notReady', reason)}>
              {t('top.notReadyReason', { reason })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type Status = ReturnType<typeof selectors.ownStatus>;

function statusWords(status: Status, { channels }: Agent, t: Texts['t']): string {
  if (status === 'ready') return t('shell.status.ready');
  if (status !== 'notReady') return t(`presence.${status}`);
  const reason = channels.find(({ channel }) => channel === 'sms')?.reason;
  return reason === undefined ? t('shell.status.notReady') : t('top.notReadyReason', { reason });
}
