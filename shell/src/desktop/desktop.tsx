import { useEffect, useMemo, useRef, useState } from 'react';
import { ModuleOutlet } from '@baton/host-kit/react';
import type { Baton } from '@baton/host-kit';
import { useTexts } from '@baton/ui';
import type { Demo } from '../run-shell';
import { ThemeRoot } from '../theme/theme-root';
import { createActiveInteraction } from './active-interaction';
import { DesktopBanners } from './desktop-banners';
import { Rail } from './rail';
import { ShortcutsHelp } from './shortcuts-help';
import { TeamResizer, teamWidths } from './team-resizer';
import { TopBar } from './top-bar';
import { useDesktopShortcuts } from './use-desktop-shortcuts';
import { useLayout } from './use-layout';
import { teamState, useTeamOpen } from './use-team-open';

/** The composed desktop: regions of the shell, modules in their places. */
export function Desktop({ baton, demo }: { baton: Baton; demo?: Demo }) {
  const { t } = useTexts();
  const { context } = baton;
  const root = useRef<HTMLDivElement>(null);
  const rail = useRef<HTMLHeadingElement>(null);
  const active = useMemo(() => createActiveInteraction(context), [context]);
  const layout = useLayout();
  const teamOpen = useTeamOpen(context.bus, root);
  const [teamWidth, setTeamWidth] = useState<number>(teamWidths.usual);
  const [railOpen, setRailOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);

  useDesktopShortcuts(context, root, () => setHelpOpen(true));

  // A window that closes with focus inside must not leave focus nowhere.
  useEffect(
    () =>
      context.bus.on('window.closed', ({ hadFocus }) => {
        if (!hadFocus) return;
        const next = root.current?.querySelector<HTMLElement>('[data-region="rail"] [aria-current="true"]');
        (next ?? rail.current)?.focus();
      }),
    [context],
  );

  return (
    <ThemeRoot preferences={context.preferences} dir={context.dir} className="desktop">
      <div ref={root} className="regions" data-layout={layout} data-team={teamState(teamOpen)} data-rail={railOpen ? 'open' : 'closed'}>
        <TopBar
          baton={baton}
          demo={demo}
          teamOpen={teamOpen}
          railOpen={railOpen}
          onRail={() => setRailOpen((open) => !open)}
          onHelp={() => setHelpOpen(true)}
        />
        <DesktopBanners context={context} />
        <div className="region-incoming" data-region="incoming" tabIndex={-1}>
          <ModuleOutlet baton={baton} module="notifications" view="previews" label={t('module.notifications')} />
        </div>
        <Rail
          ref={rail}
          context={context}
          active={active}
          onOpened={() => setRailOpen(false)}
        />
        <main className="region-sms" data-region="sms" tabIndex={-1}>
          <ModuleOutlet className="fill" baton={baton} module="sms-window" label={t('module.smsWindow')} />
        </main>
        <aside
          className="region-team"
          data-region="team"
          tabIndex={-1}
          aria-label={t('module.teamCommunicator')}
          style={{ '--team-width': `${teamWidth}px` }}
        >
          {layout === 'wide' && <TeamResizer width={teamWidth} dir={context.dir} onWidth={setTeamWidth} />}
          <ModuleOutlet className="fill" baton={baton} module="team-communicator" label={t('module.teamCommunicator')} load="later" />
        </aside>
      </div>
      {helpOpen && <ShortcutsHelp context={context} onClose={() => setHelpOpen(false)} />}
    </ThemeRoot>
  );
}
