import { factSchemas, requestSchemas } from '@baton/contracts/schemas';
import type { Facts, FactTopic, Requests, RequestTopic } from '@baton/contracts';

/** A valid payload, or the problem with it. */
export type Checked<P> = { ok: true; payload: P } | { ok: false; problem: string };

/** Whether a name from outside the page is a topic of facts. */
export function isFactTopic(topic: string): topic is FactTopic {
  return Object.hasOwn(factSchemas, topic);
}

/** Whether a name from outside the page is a topic of requests. */
export function isRequestTopic(topic: string): topic is RequestTopic {
  return Object.hasOwn(requestSchemas, topic);
}

/**
 * Checks the payload of a fact that comes from outside the page: an iframe,
 * another window, an unknown host. The compiler checks payloads from inside.
 */
export function checkFact<T extends FactTopic>(topic: T, payload: unknown): Checked<Facts[T]> {
  const schemas: { [K in FactTopic]: Schema<Facts[K]> } = factSchemas;
  return check<Facts[T]>(schemas[topic], payload);
}

/** Checks the payload of a request that comes from outside the page. */
export function checkRequest<T extends RequestTopic>(topic: T, ask: unknown): Checked<Requests[T]['ask']> {
  const schemas: { [K in RequestTopic]: Schema<Requests[K]['ask']> } = requestSchemas;
  return check<Requests[T]['ask']>(schemas[topic], ask);
}

type Outcome<P> = { value: P; issues?: undefined } | { issues: readonly { message: string }[] };

/** The Standard Schema 1 interface of valibot's schemas, so that this package does not depend on valibot. */
interface Schema<P> {
  '~standard': { validate(value: unknown): Outcome<P> | Promise<Outcome<P>> };
}

function check<P>(schema: Schema<P>, value: unknown): Checked<P> {
  const outcome = schema['~standard'].validate(value);
  if (outcome instanceof Promise) return { ok: false, problem: 'The schema is asynchronous.' };
  if (outcome.issues) return { ok: false, problem: outcome.issues.map((issue) => issue.message).join(' ') };
  return { ok: true, payload: outcome.value };
}
