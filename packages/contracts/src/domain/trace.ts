import * as v from 'valibot';

/** W3C trace context: ids of the trace and of the parent span. */
export const Traceparent = v.pipe(v.string(), v.regex(/^00-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/));
