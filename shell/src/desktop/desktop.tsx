import { useEffect, useRef, useState } from 'react';
import type { Baton } from '@baton/host-kit';
import { useStore, useTexts } from '@baton/ui';
import { ThemeRoot } from '../theme/theme-root';
import { DesktopBanners } from './desktop-banners';
import { ModulePlace } from './module-place';
import { ShortcutsHelp } from './shortcuts-help';
import { SideResizer, sideWidths } from './side-resizer';
import { TopBar } from './top-bar';
import { useChannelState } from './use-channel-state';
import { useDesktopShortcuts } from './use-desktop-shortcuts';
import { useFocusAfterTeam } from './use-focus-after-team';
import { useLayout } from './use-layout';
import { useTabIcon } from './use-tab-icon';
import { teamState, useTeamPlace } from './use-team-place';

/** The composed desktop: regions of the shell, modules in their places. */
export function Desktop({ baton }: { baton: Baton }) {
  const { t } = useTexts();
  const { context } = baton;
  const root = useRef<HTMLDivElement>(null);
  const sms = useRef<HTMLElement>(null);
  const layout = useLayout();
  const incoming = useStore(context.desktop, ({ invitations }) =>
    Object.values(invitations).some(({ state }) => state === 'offered'),
  );
  const channelState = useChannelState(context);
  const team = useTeamPlace(baton, root, sms, layout);
  const [sideWidth, setSideWidth] = useState<number>(sideWidths.usual);
  const [railOpen, setRailOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);

  useTabIcon(context);
  useDesktopShortcuts(context, root, () => setHelpOpen(true));
  useFocusAfterTeam(sms, context.bus, `${layout} ${team.open} ${railOpen}`);

  useEffect(() => context.bus.on('interaction.active', ({ focus }) => focus && setRailOpen(false)), [context]);

  // Only where the window is narrow: there the rail opens on demand, and Team Communicator covers it.
  function toggleRail() {
    setRailOpen(team.open || !railOpen);
    if (team.open) team.close();
  }

  const resizer = <SideResizer width={sideWidth} dir={context.dir} onWidth={setSideWidth} />;
  return (
    <ThemeRoot preferences={context.preferences} className="desktop">
      <div
        ref={root}
        className="regions"
        data-layout={layout}
        data-team={teamState(team.open)}
        data-rail={railOpen ? 'open' : 'closed'}
        data-incoming={incoming ? 'some' : 'none'}
        style={{ '--side-width': `${sideWidth}px` }}
      >
        <TopBar
          baton={baton}
          channelState={channelState}
          team={team}
          railOpen={railOpen && !team.open}
          onRail={toggleRail}
          onHelp={() => setHelpOpen(true)}
        />
        <DesktopBanners baton={baton} channelState={channelState} />
        <div className="region-incoming" data-region="incoming" tabIndex={-1}>
          <ModulePlace baton={baton} module="notifications" view="previews" label={t('module.notifications')} />
        </div>
        <div className="region-rail" data-region="rail" tabIndex={-1}>
          <ModulePlace
            className="fill"
            baton={baton}
            module="sms-window"
            view="interactions"
            label={t('interactions.title')}
          />
        </div>
        <main ref={sms} className="region-sms" data-region="sms" tabIndex={-1}>
          <ModulePlace className="fill" baton={baton} module="sms-window" label={t('module.sms-window')} />
        </main>
        {layout === 'widest' && (
          <aside className="region-details" data-region="details" tabIndex={-1} aria-label={t('details.title')}>
            {resizer}
            <ModulePlace className="fill" baton={baton} module="sms-window" view="details" label={t('details.title')} />
          </aside>
        )}
        <div
          className="region-team"
          // Where it takes the place of the conversation, it is what the page is about.
          role={layout === 'narrow' ? 'main' : 'complementary'}
          data-region="team"
          tabIndex={-1}
          aria-label={t('module.team-communicator')}
        >
          {(layout === 'widest' || layout === 'wide') && resizer}
          <ModulePlace
            className="fill"
            baton={baton}
            module="team-communicator"
            label={t('module.team-communicator')}
            load="later"
          />
        </div>
      </div>
      {helpOpen && <ShortcutsHelp context={context} onClose={() => setHelpOpen(false)} />}
    </ThemeRoot>
  );
}
