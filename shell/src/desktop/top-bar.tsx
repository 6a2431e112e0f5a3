import type { Baton } from '@baton/host-kit';
import { IconButton, InteractionsIcon, KeyboardIcon, TeamIcon, useTexts } from '@baton/ui';
import { ModulePlace } from './module-place';
import { Readiness } from './readiness';
import { SignOut } from './sign-out';
import type { ChannelState } from './use-channel-state';
import { useKeys } from './use-desktop-shortcuts';
import type { TeamPlace } from './use-team-place';

/** Product, status, and the ways to everything that is not a conversation. */
export function TopBar({
  baton,
  channelState,
  team,
  railOpen,
  onRail,
  onHelp,
}: {
  baton: Baton;
  channelState: ChannelState;
  team: TeamPlace;
  railOpen: boolean;
  onRail(): void;
  onHelp(): void;
}) {
  const { t } = useTexts();
  return (
    <header className="region-top" data-region="top" tabIndex={-1}>
      <h1 className="top-product">{t('shell.product')}</h1>
      <IconButton
        className="top-rail"
        part="rail"
        label={t('interactions.title')}
        icon={InteractionsIcon}
        aria-expanded={railOpen}
        onClick={onRail}
      />
      <Readiness context={baton.context} channelState={channelState} />
      <span className="top-space" />
      <IconButton
        label={t('module.team-communicator')}
        icon={TeamIcon}
        aria-expanded={team.open}
        keys={useKeys(baton.context, 'team.open')}
        onClick={team.toggle}
      />
      <ModulePlace
        className="top-messages"
        baton={baton}
        module="notifications"
        view="messages"
        room="button"
        label={t('module.notifications')}
      />
      <IconButton
        className="top-help"
        part="shortcuts"
        label={t('shell.shortcuts.title')}
        icon={KeyboardIcon}
        keys={useKeys(baton.context, 'shortcuts.help')}
        onClick={onHelp}
      />
      <SignOut baton={baton} />
    </header>
  );
}
