import { selectors } from '@baton/host-kit';
import type { Texts } from '@baton/ui';
import type { DesktopState } from '@baton/contracts';

/** How the agent stands for SMS, and for how long. Times are the contact centre's. */
export interface OwnStatus {
  state: ReturnType<typeof selectors.ownStatus>;
  reason?: string | undefined;
  since?: number | undefined;
  until?: number | undefined;
}

/** A new object each time: compare with `shallowEqual`. */
export function ownStatus(desktop: DesktopState): OwnStatus {
  const state = selectors.ownStatus(desktop);
  const { agent } = desktop;
  if (agent === undefined || state === 'unknown') return { state };
  if (state === 'afterCallWork') return { state, since: agent.presence.since, until: agent.presence.until };
  const sms = agent.channels.find(({ channel }) => channel === 'sms');
  return { state, reason: sms?.reason, since: sms?.since };
}

/** The status in words. */
export function statusWords({ state, reason }: OwnStatus, t: Texts['t']): string {
  if (state === 'ready') return t('readiness.ready');
  if (state !== 'notReady') return t(`presence.${state}`);
  return reason === undefined ? t('readiness.notReady') : t('presence.notReadyReason', { reason });
}
