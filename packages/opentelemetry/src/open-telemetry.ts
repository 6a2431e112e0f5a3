import { SpanStatusCode, context, trace } from '@opentelemetry/api';
import type { Attributes, Context, Tracer } from '@opentelemetry/api';
import type { Clock, Telemetry, TelemetryEvent } from '@baton/contracts';
import { systemClock } from '@baton/runtime';
import { fromTraceparent, toTraceparent } from './traceparent';

export interface OpenTelemetryOptions {
  /** Default: the tracer "baton" of the page's TracerProvider, which may be registered later. */
  tracer?: Tracer;
  clock?: Pick<Clock, 'now'>;
}

/**
 * A telemetry adapter for OpenTelemetry. Every event is a span that ends now and started its duration ago. The first span
 * of a transfer is started in the page's active context; its further spans, on both sides, are children of the first.
 */
export function openTelemetry({
  tracer = trace.getTracer('baton'),
  clock = systemClock,
}: OpenTelemetryOptions = {}): Telemetry {
  return {
    emit(event) {
      const { attributes } = event;
      const end = clock.now();
      const startTime = 'durationMs' in attributes ? end - attributes.durationMs : end;
      const span = tracer.startSpan(event.name, { startTime, attributes: attributesOf(event) }, parentOf(event));
      const error = errorOf(event);
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: error });
      span.end(end);
      return toTraceparent(span.spanContext());
    },
  };
}

function parentOf({ traceparent }: TelemetryEvent): Context {
  const active = context.active();
  return traceparent === undefined ? active : trace.setSpanContext(active, fromTraceparent(traceparent));
}

function errorOf({ name, attributes }: TelemetryEvent): string | undefined {
  if (name === 'baton.transfer.failed') return attributes.reason;
  return name === 'baton.module.crashed' ? attributes.during : undefined;
}

/** Attributes with names in OpenTelemetry's style: `targetKind` is `baton.target_kind`. */
function attributesOf({ attributes }: TelemetryEvent): Attributes {
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`baton.${snake(name)}`, value]));
}
