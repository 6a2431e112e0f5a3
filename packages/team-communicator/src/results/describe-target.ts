import { isKnown, knownOr } from '@baton/contracts';
import { formatDuration } from '@baton/ui';
import type { AgentTarget, KnownTarget, PoolTarget, Presence, PresenceState } from '@baton/contracts';
import type { Freshness } from '../search/freshness';
import type { Texts } from '@baton/ui';
import type { TextId } from '../texts';

/** The texts of a row beside the name: kind, presence or figures, time in state. */
export function describeTarget(
  target: KnownTarget,
  level: Freshness['level'],
  now: number,
  texts: Texts<TextId>,
): string[] {
  const { t } = texts;
  const kind = t(`team.kind.${target.kind}`);
  const known = target.kind === 'agent' ? target.presence : target.figures;
  if (level === 'none' || !known) return [kind, ...describeObstacle(target, texts)];
  if (level === 'unknown') return [kind, t('presence.unknown')];
  const state = target.kind === 'agent' ? describePresence(target, now, texts) : describeFigures(target, texts);
  return [kind, ...state, ...(saysWhyNot(target) ? [] : describeObstacle(target, texts))];
}

/** The presence that a row shows as a mark; `undefined` for no mark. */
export function presenceMark(target: KnownTarget, level: Freshness['level']): PresenceState | undefined {
  if (target.kind !== 'agent' || level === 'none') return undefined;
  return target.presence && level === 'unknown' ? 'unknown' : target.presence?.state;
}

function describePresence({ presence, sms }: AgentTarget, now: number, texts: Texts<TextId>): string[] {
  const { t } = texts;
  if (!presence) return [];
  const duration = formatDuration(now - presence.since, texts);
  if (
    presence.state === 'ready' &&
    sms.available === false &&
    (sms.reason === 'notForSms' || sms.reason === 'atCapacity')
  )
    return [t(`team.presence.${sms.reason}`)];
  if (presence.state === 'unknown' || presence.state === 'offline' || !isKnown(presence.state))
    return [presenceWord(presence, texts)];
  if (presence.activity) {
    return [presenceWord(presence, texts), t('team.presence.activity', { activity: presence.activity, duration })];
  }
  return [presenceWord(presence, texts), duration];
}

/** Whether the presence or the figures of a target say themselves why it cannot be chosen. */
function saysWhyNot(target: KnownTarget): boolean {
  if (target.sms.available !== false) return true;
  const { reason } = target.sms;
  if (reason === 'permission' || reason === 'ownQueue') return false;
  if (target.kind !== 'agent') return target.figures?.ready === 0;
  return target.presence?.state !== 'ready' || reason === 'notForSms' || reason === 'atCapacity';
}

/** Why a target cannot be chosen. */
function describeObstacle({ sms }: KnownTarget, { t }: Texts<TextId>): string[] {
  if (sms.available !== false) return [];
  switch (sms.reason) {
    case 'offline':
    case 'notReady':
    case 'afterCallWork':
      return [t(`presence.${sms.reason}`)];
    case 'statusUnknown':
      return [t('presence.unknown')];
    case 'notForSms':
    case 'atCapacity':
    case 'permission':
    case 'ownQueue':
      return [t(`team.presence.${sms.reason}`)];
    case 'noAgents':
    case 'noneReady':
      return [t('team.pool.ready', { count: 0 })];
    default:
      return [t('team.presence.unavailable')];
  }
}

function presenceWord({ state, reason }: Presence, { t }: Texts<TextId>): string {
  return state === 'notReady' && reason
    ? t('presence.notReadyReason', { reason })
    : t(`presence.${knownOr(state, 'unknown')}`);
}

function describeFigures(
  { kind, figures: { ready, total, waiting } = {} }: PoolTarget,
  { t }: Texts<TextId>,
): string[] {
  const readyAgents = ready === undefined ? [] : [t('team.pool.ready', { count: ready })];
  switch (kind) {
    case 'agentGroup':
      return ready === undefined || total === undefined ? readyAgents : [t('team.pool.readyOfTotal', { ready, total })];
    case 'skill':
      return readyAgents;
    case 'queue':
      return [...(waiting === undefined ? [] : [t('team.pool.waiting', { count: waiting })]), ...readyAgents];
    case 'routingPoint':
      return [];
  }
}
