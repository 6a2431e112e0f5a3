import { Button } from '@baton/ui';
import { operations } from '@baton/mocks/browser';
import type { NetworkSettings, Operation } from '@baton/mocks/browser';
import { CheckField, FieldGroup, NumberField, SelectField } from '../fields';
import { usePanel } from '../panel-context';

const streams = [
  { value: 'live', label: 'Live' },
  { value: 'muted', label: 'Muted' },
  { value: 'buffered', label: 'Buffered' },
  { value: 'reordered', label: 'Reordered' },
] as const;

const outcomes = [
  { value: 'answered', label: 'Answered' },
  { value: 'error', label: 'Server error' },
  { value: 'hang', label: 'No answer' },
  { value: 'lost', label: 'Connection lost' },
] as const;

/** An outage without an end. */
const forGood = Number.MAX_SAFE_INTEGER;

/** The network between page and contact centre, and the page's clock. */
export function Network() {
  const { control, overview, settings, act, reopen } = usePanel();
  const { latencyMs, failures, outages, stream } = overview.network;
  const [least, most] = latencyMs;
  const sinceStart = overview.now - overview.startedAt;
  const offline = outages.some(({ fromMs, toMs }) => sinceStart >= fromMs && sinceStart < toMs);
  const change = (changes: Partial<NetworkSettings>) => act(() => control.setNetwork(changes));

  function setOutcome(operation: Operation, how: (typeof outcomes)[number]['value']) {
    const others = failures.filter((failure) => failure.operation !== operation);
    return change({ failures: how === 'answered' ? others : [...others, { operation, how }] });
  }

  function goOffline(off: boolean) {
    const over = outages.filter(({ fromMs, toMs }) => sinceStart < fromMs || sinceStart >= toMs);
    return change({ outages: off ? [...over, { fromMs: Math.floor(sinceStart), toMs: forGood }] : over });
  }

  return (
    <div className="groups">
      <div className="fields">
        <NumberField
          label="Latency from, ms"
          value={least}
          max={120_000}
          step={100}
          onChange={(next) => change({ latencyMs: [next, Math.max(next, most)] })}
        />
        <NumberField
          label="to, ms (jitter)"
          value={most}
          max={120_000}
          step={100}
          onChange={(next) => change({ latencyMs: [Math.min(least, next), next] })}
        />
        <SelectField
          label="Event stream"
          value={stream}
          options={streams}
          onChange={(next) => change({ stream: next })}
        />
        <NumberField
          label="Page’s clock ahead, ms"
          value={settings.skew ?? 0}
          min={-86_400_000}
          max={86_400_000}
          step={1000}
          onChange={(skew) => reopen({ skew })}
        />
        <CheckField label="Offline" checked={offline} onChange={goOffline} />
        <Button size="sm" onClick={() => act(() => control.dropStreams())}>
          Drop streams once
        </Button>
      </div>
      <FieldGroup title="Requests">
        <div className="operations">
          {operations.map((operation) => (
            <SelectField
              key={operation}
              label={operation}
              value={failures.find((failure) => failure.operation === operation)?.how ?? 'answered'}
              options={outcomes}
              onChange={(how) => setOutcome(operation, how)}
            />
          ))}
        </div>
      </FieldGroup>
    </div>
  );
}
