import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { selectors } from '@baton/host-kit';
import { Button, PresenceGlyph, useAnchored, useDismissOutside, useStore, useTexts } from '@baton/ui';
import type { Placement, Texts } from '@baton/ui';
import type { Agent, HostContext } from '@baton/contracts';
import type { ChannelState } from './use-channel-state';

const placement: Placement = { sides: ['below'], align: 'start', gap: 4 };

/** Shows who is signed in and how they stand, and changes it. */
export function Readiness({ context, channelState }: { context: HostContext; channelState: ChannelState }) {
  const { t } = useTexts();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{ by: HTMLElement; status: Status }>();
  const agent = useStore(context.desktop, (state) => state.agent);
  const status = useStore(context.desktop, selectors.ownStatus);
  const reasons = useStore(context.desktop, (state) => state.capabilities?.notReadyReasons);
  const isForAll = useStore(context.desktop, (state) => state.capabilities?.readiness === 'agent');
  const notPossible = status === 'unknown' ? t('connection.needed') : undefined;
  useAnchored(panel, opened?.by ?? null, placement);
  useDismissOutside(panel, opened?.by ?? null, () => setOpened(undefined));
  if (agent === undefined) return null;
  const words = statusWords(status, agent, t);
  // When the panel was opened: what can be clicked in there stays in its place.
  const openedAt = opened?.status;

  function close() {
    opened?.by.focus();
    setOpened(undefined);
  }

  function set(state: 'ready' | 'notReady', reason?: string) {
    close();
    channelState.run(state, reason);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'Escape' || !opened) return;
    event.stopPropagation();
    close();
  }

  return (
    <div
      className="readiness"
      // In Safari a button that is pressed takes no focus: it stays in here all the same.
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Button
        ref={channelState.statusButton}
        className="readiness-button"
        part="readiness"
        busy={channelState.busy}
        aria-label={t('readiness', { name: agent.name, status: words })}
        aria-expanded={opened !== undefined}
        aria-controls={opened ? id : undefined}
        onClick={({ currentTarget: by }) => setOpened(opened ? undefined : { by, status })}
      >
        <PresenceGlyph state={status} />
        <bdi className="readiness-name" translate="no">
          {agent.name}
        </bdi>
        <span className="readiness-status">{words}</span>
      </Button>
      {opened && (
        <div
          ref={panel}
          popover="manual"
          className="readiness-panel"
          part="readiness-panel"
          id={id}
          role="group"
          aria-label={t(isForAll ? 'readiness.label.all' : 'readiness.label')}
        >
          {openedAt === 'afterCallWork' && <p className="readiness-help">{t('top.afterCallWork.help')}</p>}
          {openedAt !== 'ready' && (
            <Button variant="quiet" disabledReason={notPossible} onClick={() => set('ready')}>
              {t(isForAll ? 'readiness.goReady.all' : 'readiness.goReady')}
            </Button>
          )}
          {openedAt !== 'notReady' && (
            <Button variant="quiet" disabledReason={notPossible} onClick={() => set('notReady')}>
              {t(isForAll ? 'readiness.goNotReady.all' : 'readiness.goNotReady')}
            </Button>
          )}
          {reasons?.map(({ id, label }) => (
            <Button key={id} variant="quiet" disabledReason={notPossible} onClick={() => set('notReady', id)}>
              {t('presence.notReadyReason', { reason: label })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type Status = ReturnType<typeof selectors.ownStatus>;

function statusWords(status: Status, { channels }: Agent, t: Texts['t']): string {
  if (status === 'ready') return t('readiness.ready');
  if (status !== 'notReady') return t(`presence.${status}`);
  const reason = channels.find(({ channel }) => channel === 'sms')?.reason;
  return reason === undefined ? t('readiness.notReady') : t('presence.notReadyReason', { reason });
}
