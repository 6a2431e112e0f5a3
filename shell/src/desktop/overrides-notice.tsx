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
          {t('overrides.from', {
            module: hasLabel(module) ? t(`module.${module}`) : module,
            origin: new URL(url).origin,
          })}
        </span>
      ))}
      <Button size="sm" onClick={reset}>
        {t('overrides.reset')}
      </Button>
    </div>
  );
}

/** Modules that agents have a name for. */
const labelled = ['team-communicator', 'sms-window', 'notifications'] as const;

function hasLabel(module: string): module is (typeof labelled)[number] {
  return labelled.some((name) => name === module);
}
