import { SpanStatusCode } from '@opentelemetry/api';
import {
  AlwaysOffSampler,
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { Sampler } from '@opentelemetry/sdk-trace-base';
import { openTelemetry } from './open-telemetry';

const requested = { name: 'baton.transfer.requested', attributes: { targetKind: 'agent' } } as const;

/** An agent's page that records spans. */
function aPage(sampler?: Sampler) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
    ...(sampler && { sampler }),
  });
  const telemetry = openTelemetry({ tracer: provider.getTracer('baton'), clock: { now: () => 1_800_000_009_000 } });
  return { telemetry, spans: () => exporter.getFinishedSpans() };
}

test('an event is a span as long as it took, with its attributes', () => {
  const { telemetry, spans } = aPage();
  telemetry.emit({
    name: 'baton.search.performed',
    attributes: { targetKind: 'queue', resultCount: 3, durationMs: 250 },
  });
  expect(spans()).toEqual([
    expect.objectContaining({
      name: 'baton.search.performed',
      attributes: { 'baton.target_kind': 'queue', 'baton.result_count': 3, 'baton.duration_ms': 250 },
      startTime: [1_800_000_008, 750_000_000],
      endTime: [1_800_000_009, 0],
      status: { code: SpanStatusCode.UNSET },
    }),
  ]);
});

test('from the invitation to the colleague’s acceptance it is one trace, across two pages', () => {
  const ana = aPage();
  const bianca = aPage();
  const traceparent = ana.telemetry.emit(requested) ?? undefined;
  bianca.telemetry.emit({
    name: 'baton.preview.accepted',
    attributes: { kind: 'transfer', durationMs: 4000 },
    ...(traceparent && { traceparent }),
  });
  const [first] = ana.spans();
  const [second] = bianca.spans();
  expect(first?.parentSpanContext).toBeUndefined();
  expect(second?.spanContext().traceId).toBe(first?.spanContext().traceId);
  expect(second?.parentSpanContext).toMatchObject({ spanId: first?.spanContext().spanId, isRemote: true });
});

test.each([
  [
    { name: 'baton.transfer.failed', attributes: { targetKind: 'queue', durationMs: 10, reason: 'poolEmpty' } },
    'poolEmpty',
  ],
  [{ name: 'baton.module.crashed', attributes: { module: 'sms-window', reference: 'r1', during: 'use' } }, 'use'],
] as const)('$name is an error', (event, message) => {
  const { telemetry, spans } = aPage();
  telemetry.emit(event);
  expect(spans()[0]?.status).toEqual({ code: SpanStatusCode.ERROR, message });
});

test('a hand-over that the page does not sample is not sampled further on', () => {
  const { telemetry, spans } = aPage(new AlwaysOffSampler());
  expect(telemetry.emit(requested)).toMatch(/-00$/);
  expect(spans()).toEqual([]);
});

test('without a TracerProvider nothing happens, and Baton is left to make the trace', () => {
  expect(openTelemetry().emit(requested)).toBeUndefined();
});
