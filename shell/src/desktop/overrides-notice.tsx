import type { Overrides } from '@baton/host-kit';
import { Button, useTexts } from '@baton/ui';

/** Says which modules a developer has replaced in this browser, and takes them all from where the page has them again. */
export function OverridesNotice({ overrides }: { overrides: Overrides }) {
  const { t } = useTexts();

  function reset() {
    overrides.reset();
    window.location.reload();
  }

  return (
    <div className="overrides">
      {Object.entries(overrides.list()).map(([module, url]) => (
        <span key={module}>
          {t('shell.overrides.from', {
            module: isLabelled(module) ? t(labels[module]) : module,
            origin: new URL(url).origin,
          })}
        </span>
      ))}
      <Button size="sm" onClick={reset}>
        {t('shell.overrides.reset')}
      </Button>
    </div>
  );
}

/** What agents call the modules. */
const labels = {
  'team-communicator': 'module.teamCommunicator',
  'sms-window': 'module.smsWindow',
  notifications: 'module.notifications',
} as const;

function isLabelled(module: string): module is keyof typeof labels {
  return Object.hasOwn(labels, module);
}
