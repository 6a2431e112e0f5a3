import type { Baton } from '@baton/host-kit';
import { Button, IconButton, InteractionsIcon, KeyboardIcon, SearchIcon, useTexts } from '@baton/ui';
import { AgentMenu } from './agent-menu/agent-menu';
import { ModulePlace } from './module-place';
import { ProductMark } from './product-mark';
import type { ChannelState } from './use-channel-state';
import { useKeys } from './use-desktop-shortcuts';
import type { TeamPlace } from './use-team-place';

/** Product, agent, and the ways to everything that is not a conversation. */
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
  const findKeys = useKeys(baton.context, 'team.open');
  return (
    <header className="region-top" data-region="top" tabIndex={-1}>
      <h1 className="top-product">
        <ProductMark />
        <span className="top-product-name">{t('shell.product')}</span>
      </h1>
      <IconButton
        className="top-rail"
        part="rail"
        label={t('interactions.title')}
        icon={InteractionsIcon}
        aria-expanded={railOpen}
        onClick={onRail}
      />
      <Button
        className="top-find"
        part="find-colleague"
        icon={SearchIcon}
        aria-label={t('top.findColleague')}
        tooltip={t('top.findColleague')}
        keys={findKeys}
        onClick={team.find}
      >
        <span className="top-find-label">{t('top.findColleague')}</span>
        {findKeys && (
          <kbd className="top-keys" dir="ltr" aria-hidden="true">
            {findKeys.printed}
          </kbd>
        )}
      </Button>
      <span className="top-space" />
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
      <AgentMenu baton={baton} channelState={channelState} onHelp={onHelp} />
    </header>
  );
}
