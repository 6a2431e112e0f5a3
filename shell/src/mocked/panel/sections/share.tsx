import { Button } from '@baton/ui';
import { findScenario, findState } from '@baton/mocks/browser';
import { addressOf } from '../../address';
import { inspectPage } from '../../inspector/load-inspector';
import { situationOf } from '../../situation';
import { copiedTest } from '../copied-test';
import { Copy } from '../copy';
import { withHappened } from '../happened';
import { usePanel } from '../panel-context';
import { Reset } from './reset';

/** Inspects the page, starts over, and copies what has happened: as a link, and as a test. */
export function Share() {
  const { control, settings, done, seen } = usePanel();

  const happened = async () => ({ ...(await withHappened(settings, control)), panel: undefined });

  async function makeLink() {
    return new URL(addressOf(await happened()), window.location.href).href;
  }

  async function makeTest() {
    const now = await happened();
    const { base, until = 0 } = now;
    const { title } = 'state' in base ? findState(base.state) : findScenario(base.scenario);
    return copiedTest({
      title: `${title}, ${until / 1000} s after the start`,
      address: addressOf({ ...now, panel: false }),
      situation: situationOf(now),
      places: seen(),
    });
  }

  return (
    <div className="bar-group bar-group-end" role="group" aria-label="Share">
      <Button size="sm" onClick={() => void done(inspectPage)}>
        Inspect
      </Button>
      <Reset reset={() => done(() => control.reset())} />
      <Copy label="Copy link" make={makeLink} />
      <Copy label="Copy as test" make={makeTest} />
    </div>
  );
}
