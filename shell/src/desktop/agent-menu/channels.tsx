import { useState } from 'react';
import { selectors } from '@baton/host-kit';
import { PresenceGlyph, formatTime, useStore, useTexts } from '@baton/ui';
import type { Texts } from '@baton/ui';
import { isKnown } from '@baton/contracts';
import type { ChannelState, HostContext } from '@baton/contracts';
import { StatusTime } from './status-time';

/** Who the agent is, how they stand on each channel that the contact centre tells of and, in after-call work, when that ends. */
export function Channels({ context }: { context: HostContext }) {
  const { t } = useTexts();
  const { desktop } = context;
  const name = useStore(desktop, (state) => state.agent?.name);
  const channels = useStore(desktop, (state) => state.agent?.channels);
  const isLive = useStore(desktop, selectors.isLive);
  const timeOf = useTimeOf(context);
  // As it was when the menu was opened: what can be clicked below stays in its place.
  const [presence] = useState(() => desktop.getState().agent?.presence);
  return (
    <>
      <p className="agent-panel-name">
        <bdi translate="no">{name}</bdi>
      </p>
      <ul className="agent-channels" aria-label={t('agent.channels')}>
        {channels?.map((channel) => (
          <li key={channel.channel}>
            <PresenceGlyph state={isLive ? channel.state : 'unknown'} />
            <span className="agent-channel-name">
              <bdi>{nameOf(channel, t)}</bdi>
            </span>
            {isLive && <span className="status-time">{t('agent.since', { time: timeOf(channel.since) })}</span>}
            <span className="agent-channel-status">{isLive ? wordsOf(channel, t) : t('presence.unknown')}</span>
          </li>
        ))}
      </ul>
      {presence?.state === 'afterCallWork' && (
        <div className="agent-panel-help">
          {presence.until !== undefined && <AfterCallWorkEnd context={context} until={presence.until} />}
          <p>{t('top.afterCallWork.help')}</p>
        </div>
      )}
    </>
  );
}

function AfterCallWorkEnd({ context, until }: { context: HostContext; until: number }) {
  const { t } = useTexts();
  const timeOf = useTimeOf(context);
  return (
    <p className="agent-panel-end">
      <span>{t('agent.afterCallWork.ends', { time: timeOf(until) })}</span>
      <StatusTime context={context} since={undefined} until={until} />
    </p>
  );
}

/** Says a time of the contact centre by the device's clock, which the agent sees. */
function useTimeOf({ clock, desktop, locale, timeZone }: HostContext): (at: number) => string {
  const offset = useStore(desktop, ({ clockOffset }) => clockOffset);
  return (at) => formatTime(at - offset, { now: clock.now(), locale, timeZone });
}

/** A channel that this version does not know has the contact centre's word for it. */
function nameOf({ channel }: ChannelState, t: Texts['t']): string {
  return isKnown(channel) ? t(`channel.${channel}`) : channel.slice('unknown:'.length);
}

function wordsOf({ state, reason }: ChannelState, t: Texts['t']): string {
  if (!isKnown(state)) return t('presence.unknown');
  return state === 'notReady' && reason !== undefined
    ? t('presence.notReadyReason', { reason })
    : t(`presence.${state}`);
}
