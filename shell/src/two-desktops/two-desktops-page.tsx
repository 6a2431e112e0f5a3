import { useTexts } from '@baton/ui';
import { ThemeRoot } from '../theme/theme-root';

/** Two agents' desktops side by side, each a page of its own. */
export function TwoDesktopsPage({ left, right }: { left: string; right: string }) {
  const { t } = useTexts();
  return (
    <ThemeRoot>
      <main className="two-desktops">
        <h1 className="two-desktops-title">{t('shell.twoDesktops.title')}</h1>
        {[left, right].map((agent, side) => (
          <iframe
            key={side === 0 ? 'left' : 'right'}
            className="two-desktops-frame"
            title={t('shell.twoDesktops.desktop', { agent })}
            src={addressFor(agent)}
          />
        ))}
      </main>
    </ThemeRoot>
  );
}

/** The agent's desktop with everything else the address says: scenario, theme, direction. */
function addressFor(agent: string): string {
  const query = new URLSearchParams(window.location.search);
  query.delete('left');
  query.delete('right');
  query.set('agent', agent);
  return `/?${query}`;
}
