import { useState } from 'react';
import { Button } from '@baton/ui';
import { SelectField } from '../fields';
import { usePanel } from '../panel-context';

const rates = [1, 2, 5, 10, 20].map((rate) => ({ value: String(rate), label: `×${rate}` }));

/** How long before the next deadline there is something to see, in milliseconds. */
const beforeDeadlineMs = 3000;

/** The clock of page and contact centre: stops it, lets it go faster, moves it. */
export function Time() {
  const { control, overview, act } = usePanel();
  const { now, startedAt, rate, invitations } = overview;
  // A clock that stands goes on as fast as it went.
  const [lastRate, setLastRate] = useState(rate === 0 ? 1 : rate);
  const stands = rate === 0;

  function choose(next: number) {
    setLastRate(next);
    return act(() => control.setRate({ rate: next }));
  }

  const deadlines = invitations.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
  const left = deadlines.length === 0 ? undefined : Math.floor(Math.min(...deadlines) - now) - beforeDeadlineMs;
  const noDeadline = left === undefined ? 'No invitation waits for an answer.' : 'The deadline is nearer than that.';

  return (
    <div className="bar-group" role="group" aria-label="Time">
      <span className="clock">
        {clockTime(now)} <span className="clock-since">{`+${seconds(now - startedAt)} s`}</span>
      </span>
      <Button
        size="sm"
        aria-pressed={stands}
        onClick={() => act(() => control.setRate({ rate: stands ? lastRate : 0 }))}
      >
        Pause
      </Button>
      <SelectField
        label="Speed"
        value={String(stands ? lastRate : rate)}
        options={rates}
        onChange={(next) => (stands ? setLastRate(Number(next)) : choose(Number(next)))}
      />
      <Button size="sm" onClick={() => act(() => control.advance({ ms: 1000 }))}>
        Step 1 s
      </Button>
      <Button
        size="sm"
        disabledReason={left === undefined || left <= 0 ? noDeadline : undefined}
        onClick={() => left !== undefined && act(() => control.advance({ ms: left }))}
      >
        3 s before the deadline
      </Button>
    </div>
  );
}

function clockTime(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-GB');
}

function seconds(ms: number): string {
  return (ms / 1000).toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
