import { knownOr } from '@baton/contracts';
import type { Known, PresenceState } from '@baton/contracts';
import type { ReactNode } from 'react';
import { part } from '../parts';

/** A line in the colour of the background of the glyph. */
function mark(path: string): ReactNode {
  return (
    <path
      className="b-presence-mark"
      d={path}
      fill="none"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

const disc = <circle cx="7" cy="7" r="7" fill="currentColor" />;

const shapes: Readonly<Record<Known<PresenceState>, ReactNode>> = {
  ready: (
    <>
      {disc}
      {mark('M3.8 7.2l2.2 2.2 4.2-4.4')}
    </>
  ),
  busy: (
    <>
      {disc}
      {mark('M3.6 7h6.8')}
    </>
  ),
  notReady: (
    <>
      {disc}
      {mark('M7 3.4V7.2l2.6 1.6')}
    </>
  ),
  afterCallWork: (
    <>
      <path d="M7 0l7 7-7 7-7-7z" fill="currentColor" />
      <circle className="b-presence-dot" cx="4.2" cy="7" r="1" />
      <circle className="b-presence-dot" cx="7" cy="7" r="1" />
      <circle className="b-presence-dot" cx="9.8" cy="7" r="1" />
    </>
  ),
  offline: <circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  unknown: (
    <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2.6 1.8" />
  ),
};

/** Presence as a shape and a colour. Hidden from screen readers: write the word beside it. */
export function PresenceGlyph({ state: presence }: { state: PresenceState }) {
  const state = knownOr(presence, 'unknown');
  return (
    <span className={`b-presence b-presence-${state}`} part={part('presence', `presence-${state}`)} aria-hidden="true">
      <svg viewBox="0 0 14 14" focusable="false">
        {shapes[state]}
      </svg>
    </span>
  );
}
