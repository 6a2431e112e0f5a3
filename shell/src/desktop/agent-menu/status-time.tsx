import { formatDuration, useNow, useStore, useTexts } from '@baton/ui';
import type { HostContext } from '@baton/contracts';

/**
 * How long a status has lasted or, with `until`, how long it will. It ticks, so it is a component of its own, and it is
 * no live region: nobody wants to hear it each second.
 */
export function StatusTime({
  context: { clock, desktop },
  since,
  until,
}: {
  context: Pick<HostContext, 'clock' | 'desktop'>;
  since: number | undefined;
  until?: number | undefined;
}) {
  const texts = useTexts();
  const offset = useStore(desktop, ({ clockOffset }) => clockOffset);
  const isKnown = since !== undefined || until !== undefined;
  const now = useNow(clock, 1000, isKnown) + offset;
  if (until !== undefined)
    return (
      <span className="status-time">{texts.t('agent.left', { duration: formatDuration(until - now, texts) })}</span>
    );
  if (since !== undefined) return <span className="status-time">{formatDuration(now - since, texts)}</span>;
  return null;
}
