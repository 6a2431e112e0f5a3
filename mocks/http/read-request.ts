import * as v from 'valibot';
import { maxBodyBytes } from '@baton/contracts/schemas';
import { RequestRefused } from './problem';

/** Longest detail of a validation problem, in characters. */
const maxDetailLength = 500;

/** Validates what a client sent. Throws `RequestRefused` with the path of each issue. */
export function check<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const detail = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'request'}: ${issue.message}`).join('; ');
  throw new RequestRefused({ code: 'validation', detail: detail.slice(0, maxDetailLength) });
}

/** Refuses requests from pages of another origin. Clients that are no pages send no origin. */
export function refuseOtherOrigins(request: Request): void {
  const origin = request.headers.get('origin');
  // The scheme is not compared: only a proxy in front knows whether the request came over TLS.
  if (origin === null || (URL.canParse(origin) && new URL(origin).host === new URL(request.url).host)) return;
  throw new RequestRefused({ code: 'forbidden', detail: 'Not for pages of other origins.' });
}

/** Reads the bearer token. */
export function readToken(request: Request): string {
  const token = /^Bearer ([\w-]{1,128})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token) return token;
  throw new RequestRefused({ code: 'unauthenticated', detail: 'A bearer token is needed.' });
}

/**
 * Reads a query; some fields may be in the path. `limit` and `before` are numbers, `kinds` is a list separated by
 * commas.
 */
export function readQuery<T>(
  request: Request,
  schema: v.GenericSchema<unknown, T>,
  pathParameters: Readonly<Record<string, unknown>>,
): T {
  const query: Record<string, unknown> = { ...pathParameters };
  for (const [name, text] of new URL(request.url).searchParams) {
    if (name in query) throw new RequestRefused({ code: 'validation', detail: `${name}: given more than once` });
    query[name] = convert(name, text);
  }
  return check(schema, query);
}

function convert(name: string, text: string): unknown {
  if (name === 'kinds') return text.split(',');
  if ((name === 'limit' || name === 'before') && /^\d+$/.test(text)) return Number(text);
  return text;
}

/** Reads a JSON body of at most `maxBodyBytes`. */
export async function readBody<T>(request: Request, schema: v.GenericSchema<unknown, T>): Promise<T> {
  if (schema.type === 'undefined') return check(schema, undefined);
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new RequestRefused({ code: 'validation', detail: 'The body has to be application/json.' }, 415);
  }
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > maxBodyBytes) {
    throw new RequestRefused({ code: 'validation', detail: `The body is larger than ${maxBodyBytes} bytes.` }, 413);
  }
  return check(schema, parse(bytes));
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RequestRefused({ code: 'validation', detail: 'The body is not JSON.' });
  }
}
