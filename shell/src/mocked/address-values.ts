import * as v from 'valibot';
import { Id } from '@baton/contracts';
import { declineReasons } from '@baton/contracts/schemas';
import { Play, colleagueAnswers, failureKinds, operations } from '@baton/mocks/browser';

// Values of the address that are more than one word: how each is read, and below it how it is written.

/** A whole number between two others. */
export function whole(least: number, most: number) {
  const message = `give a whole number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.regex(/^(?:0|-?[1-9]\d*)$/, message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}

const milliseconds = whole(0, 600_000);

/** The shortest and the longest time, in milliseconds: `400`, or `100-800`. */
export const latency = v.pipe(
  v.string(),
  v.transform((text) => {
    const [least, most = least] = text.split(/-(.*)/s);
    return [least, most];
  }),
  v.strictTuple([milliseconds, milliseconds]),
  v.check(([least, most]) => least <= most, 'give the shorter time first'),
);

export function writeLatency([least, most]: readonly [number, number]): string {
  return least === most ? String(least) : `${least}-${most}`;
}

/** Operations, each with how it fails, perhaps only each n-th time: `startTransfer:error,searchTargets:hang:3`. */
export const failures = v.pipe(
  v.string(),
  v.transform((text): unknown =>
    text.split(',').map((part) => {
      const [operation, how, oneIn, ...rest] = part.split(':');
      return { operation, how, ...(oneIn !== undefined && { oneIn }), ...(rest.length > 0 && { rest }) };
    }),
  ),
  v.array(
    v.strictObject({
      operation: v.picklist(operations, `choose from: ${operations.join(', ')}`),
      how: v.picklist(failureKinds),
      oneIn: v.optional(whole(1, 1000)),
    }),
  ),
);

export type Failures = v.InferOutput<typeof failures>;

export function writeFailures(failing: Failures): string {
  return failing
    .map(({ operation, how, oneIn }) => [operation, how, ...(oneIn === undefined ? [] : [oneIn])].join(':'))
    .join(',');
}

const unit = { ms: 1, s: 1000 };

const duration = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}(?:ms|s)$/, 'give a time, such as 5s or 500ms'),
  v.transform((text) => Number.parseInt(text, 10) * (text.endsWith('ms') ? unit.ms : unit.s)),
  v.maxValue(600_000, 'give at most 600s'),
);

/** Colleagues, each with an answer, perhaps a reason, and a time: `bianca:decline:busy:5s,chen:accept:500ms`. */
export const colleagues = v.pipe(
  v.string(),
  v.transform((text): unknown =>
    text.split(',').map((part) => {
      const [agentId = '', answer, ...rest] = part.split(':');
      const reason = rest.slice(0, -1).join(':');
      return { agentId: decodePart(agentId), answer, ...(reason && { reason }), afterMs: rest.at(-1) };
    }),
  ),
  v.array(
    v.strictObject({
      agentId: Id,
      answer: v.picklist(colleagueAnswers),
      reason: v.optional(v.picklist(declineReasons)),
      afterMs: duration,
    }),
  ),
);

export type Colleagues = v.InferOutput<typeof colleagues>;

export function writeColleagues(answering: Colleagues): string {
  return answering
    .map(({ agentId, answer, reason, afterMs }) => {
      const after = afterMs % unit.s === 0 ? `${afterMs / unit.s}s` : `${afterMs}ms`;
      return [encodePart(agentId), answer, ...(reason === undefined ? [] : [reason]), after].join(':');
    })
    .join(',');
}

/** What happens besides the script: JSON. */
export const happened = v.pipe(
  v.string(),
  v.parseJson(undefined, 'give JSON, as “Copy link” of the panel writes it'),
  Play,
);

const encodePart = (text: string) => text.replaceAll(/[%:,]/g, encodeURIComponent);

function decodePart(text: string): string {
  return text.replaceAll(/%(?:25|3A|2C)/gi, decodeURIComponent);
}
