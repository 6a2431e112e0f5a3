import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { selectors } from '@baton/host-kit';
import { Button, PresenceGlyph, useStore, useTexts } from '@baton/ui';
import type { HostContext } from '@baton/contracts';

/** Reasons that an agent can give for not being ready. */
const reasons = ['lunch', 'break', 'training'] as const;

/** Class of the button that tells the agent's status. */
export const statusButton = 'readiness-button';

/** Shows who is signed in and how they stand, and changes it. */
export function Readiness({ context }: { context: HostContext }) {
  const { t } = useTexts();
  const panel = useId();
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const agent = useStore(context.desktop, (state) => state.agent);
  const ready = useStore(context.desktop, selectors.isReadyForSms);
  const offline = useStore(context.desktop, (state) => (selectors.isLive(state) ? undefined : t('connection.needed')));
  if (agent === undefined) return null;

  const channel = agent.channels.find(({ channel: name }) => name === 'sms');
  const status = ready
    ? t('shell.status.ready')
    : channel?.reason === undefined
      ? t('shell.status.notReady')
      : t('top.notReadyReason', { reason: channel.reason });

  function close() {
    place.current?.querySelector('button')?.focus();
    setOpen(false);
  }

  async function set(state: 'ready' | 'notReady', reason?: string) {
    close();
    const answer = await context.commands.setChannelState({
      channel: 'sms',
      state,
      ...(reason === undefined ? {} : { reason }),
    });
    if (answer.ok) return;
    void context.bus.request('notice.post', {
      severity: 'problem',
      title: t('shell.status.failed'),
      body: t('shell.status.failed.help', { ref: answer.error.reference }),
    });
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
      onKeyDown={onKeyDown}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Button
        className={statusButton}
        aria-label={t('shell.status', { name: agent.name, status })}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        <PresenceGlyph state={ready ? 'ready' : 'notReady'} />
        <bdi className="readiness-name">{agent.name}</bdi>
        <span className="readiness-status">{status}</span>
      </Button>
      {open && (
        <div className="readiness-panel" id={panel} role="group" aria-label={t('shell.status.label')}>
          {!ready && (
            <Button variant="quiet" disabledReason={offline} onClick={() => void set('ready')}>
              {t('shell.status.goReady')}
            </Button>
          )}
          {ready && (
            <Button variant="quiet" disabledReason={offline} onClick={() => void set('notReady')}>
              {t('shell.status.goNotReady')}
            </Button>
          )}
          {reasons.map((reason) => (
            <Button
              key={reason}
              variant="quiet"
              disabledReason={offline}
              onClick={() => void set('notReady', t(`top.reason.${reason}`))}
            >
              {t('top.notReadyReason', { reason: t(`top.reason.${reason}`) })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
