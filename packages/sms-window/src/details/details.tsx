import type { Interaction } from '@baton/contracts';
import { onDemand, useOnDemand } from '@baton/module-kit';
import { ErrorState } from '@baton/ui';
import { useTexts } from '../texts';

const code = onDemand(() => import(/* webpackChunkName: "details" */ './facts'));

/** What is known of the conversation and its customer, by code that is fetched on demand. */
export function Details({ interaction }: { interaction: Interaction }) {
  const { t } = useTexts();
  const facts = useOnDemand(code);
  if (facts.state === 'ready') return <facts.code.Facts interaction={interaction} />;
  return facts.state === 'failed' && <ErrorState title={t('sms.details.failed')} onRetry={facts.retry} />;
}
