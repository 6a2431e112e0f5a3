import { formatDuration } from '@baton/ui';
import type { AgentTarget, PoolTarget, Presence, Target } from '@baton/contracts';
import type { Freshness } from '../search/freshness';
import type { TeamTexts } from '../texts';

/** What a row says beside the name: kind, presence or figures, time in state. */
export function describeTarget(target: Target, level: Freshness['level'], now: number, texts: TeamTexts): string[] {
  const { t } = texts;
  const kind = t(`targetKind.${target.kind}`);
  if (level === 'unknown') return [kind, t('presence.unknown')];
  if (target.kind === 'agent') return [kind, ...describePresence(target, now, texts)];
  return [kind, ...describeFigures(target, texts)];
}

function describePresence({ presence, sms }: AgentTarget, now: number, texts: TeamTexts): string[] {
  const { t } = texts;
  const duration = formatDuration(now - presence.since, texts);
  if (presence.state === 'ready' && !sms.available && (sms.reason === 'notForSms' || sms.reason === 'atCapacity'))
    return [t(`team.presence.${sms.reason}`)];
  if (presence.state === 'unknown' || presence.state === 'offline') return [presenceWord(presence, texts)];
  if (presence.activity) {
    return [presenceWord(presence, texts), t('team.presence.activity', { activity: presence.activity, duration })];
  }
  return [presenceWord(presence, texts), duration];
}

function presenceWord({ state, reason }: Presence, { t }: TeamTexts): string {
  return state === 'notReady' && reason ? t('presence.notReadyReason', { reason }) : t(`presence.${state}`);
}

function describeFigures({ kind, figures }: PoolTarget, { t }: TeamTexts): string[] {
  const ready = t('team.pool.ready', { count: figures.ready });
  switch (kind) {
    case 'agentGroup':
      return [t('team.pool.readyOfTotal', { ready: figures.ready, total: figures.total })];
    case 'skill':
      return [ready];
    case 'queue':
      return [...(figures.waiting === undefined ? [] : [t('team.pool.waiting', { count: figures.waiting })]), ready];
    case 'routingPoint':
      return [];
  }
}
