import { useEffect, useRef, useState } from 'react';
import { selectors } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';
import { Button, InformationIcon, KeyboardIcon, PresenceGlyph, SettingsIcon, useStore, useTexts } from '@baton/ui';
import type { HostContext } from '@baton/contracts';
import type { ChannelState } from '../use-channel-state';
import { useKeys } from '../use-desktop-shortcuts';
import { Channels } from './channels';
import { PanelPage } from './panel-page';
import { SignOut } from './sign-out';

export interface AgentPanelProps {
  baton: Pick<Baton, 'context' | 'signOut' | 'register'>;
  channelState: ChannelState;
  /** Lists the keyboard shortcuts. */
  onHelp(): void;
  /** Closes the menu, and moves focus back to its button. */
  onClose(): void;
}

/** The content of the agent's menu: status for each channel, what it can be set to, settings, shortcuts, signing out. */
export function AgentPanel({ baton, channelState, onHelp, onClose }: AgentPanelProps) {
  const { t } = useTexts();
  const { context } = baton;
  const [page, setPage] = useState<'status' | 'settings' | 'self-check'>('status');
  const buttons = { settings: useRef<HTMLButtonElement>(null), 'self-check': useRef<HTMLButtonElement>(null) };
  const cameFrom = useRef(page);
  const helpKeys = useKeys(context, 'shortcuts.help');

  // The button that was pressed has gone.
  useEffect(() => {
    if (cameFrom.current !== 'status') buttons[cameFrom.current].current?.focus();
    cameFrom.current = page;
    // oxlint-disable-next-line react/exhaustive-deps -- the refs are the same each time
  }, [page]);

  if (page !== 'status') return <PanelPage baton={baton} view={page} onBack={() => setPage('status')} />;
  return (
    <>
      <Channels context={context} />
      <Choices
        context={context}
        onChoose={(state, reason) => {
          onClose();
          channelState.run(state, reason);
        }}
      />
      <div className="agent-panel-more">
        <Button
          ref={buttons.settings}
          variant="quiet"
          part="settings"
          icon={SettingsIcon}
          onClick={() => setPage('settings')}
        >
          {t('agent.settings')}
        </Button>
        <Button
          ref={buttons['self-check']}
          variant="quiet"
          part="self-check"
          icon={InformationIcon}
          onClick={() => setPage('self-check')}
        >
          {t('agent.check')}
        </Button>
        <Button
          variant="quiet"
          part="shortcuts"
          icon={KeyboardIcon}
          onClick={() => {
            onClose();
            onHelp();
          }}
        >
          <span>{t('shell.shortcuts.title')}</span>
          {/* Here, for a tooltip would cover the next button. */}
          {helpKeys && (
            <kbd className="top-keys" dir="ltr" aria-hidden="true">
              {helpKeys.printed}
            </kbd>
          )}
        </Button>
        <SignOut baton={baton} />
      </div>
    </>
  );
}

/** What the agent can set for SMS, with the reasons that the contact centre gives. */
function Choices({
  context,
  onChoose,
}: {
  context: HostContext;
  onChoose(state: 'ready' | 'notReady', reason?: string): void;
}) {
  const { t } = useTexts();
  const status = useStore(context.desktop, selectors.ownStatus);
  const reasons = useStore(context.desktop, (state) => state.capabilities?.notReadyReasons);
  const isForAll = useStore(context.desktop, (state) => state.capabilities?.readiness === 'agent');
  // As it was when the menu was opened: what can be clicked in here stays in its place.
  const [openedAt] = useState(status);
  const notPossible = status === 'unknown' ? t('connection.needed') : undefined;

  return (
    <div className="agent-choices" role="group" aria-label={t(isForAll ? 'readiness.label.all' : 'readiness.label')}>
      {openedAt !== 'ready' && (
        <Button variant="quiet" part="go-ready" disabledReason={notPossible} onClick={() => onChoose('ready')}>
          <PresenceGlyph state="ready" />
          <span>{t(isForAll ? 'readiness.goReady.all' : 'readiness.goReady')}</span>
        </Button>
      )}
      {openedAt !== 'notReady' && (
        <Button variant="quiet" part="go-not-ready" disabledReason={notPossible} onClick={() => onChoose('notReady')}>
          <PresenceGlyph state="notReady" />
          <span>{t(isForAll ? 'readiness.goNotReady.all' : 'readiness.goNotReady')}</span>
        </Button>
      )}
      {reasons?.map(({ id, label }) => (
        <Button key={id} variant="quiet" disabledReason={notPossible} onClick={() => onChoose('notReady', id)}>
          <PresenceGlyph state="notReady" />
          <span>{t('presence.notReadyReason', { reason: label })}</span>
        </Button>
      ))}
    </div>
  );
}
