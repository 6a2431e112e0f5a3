import * as v from 'valibot';
import type { OptionalFields } from '@baton/contracts';
import { Envelope, ParentMessage, bridgeVersion } from '@baton/contracts/bridge';
import type { FrameOptions, PayloadOf, Refusal } from '@baton/contracts/bridge';
import type { Deployment } from './deployment';

export type Greeting = PayloadOf<ParentMessage, 'connect'>;

/** The answer to a message that came to the page's window. */
export type Decision =
  | { decision: 'connect'; greeting: Greeting }
  | { decision: 'refuse'; code: Refusal; message: string }
  | { decision: 'ignore'; detail: string };

/** Decides whether the page accepts a parent. The list of parents comes from the deployment, never from an address. */
export function checkGreeting(data: unknown, origin: string, deployment: Deployment, own: string): Decision {
  const envelope = v.safeParse(Envelope, data);
  if (!envelope.success || envelope.output.type !== 'connect') {
    return { decision: 'ignore', detail: 'A message that is no "connect" came to the window.' };
  }
  if (!deployment.parents.includes(origin)) {
    return refuse(
      'parentNotAllowed',
      `${origin} is not on the list of Baton's page at ${own}. Add it to "parents" in the page's "#baton-deployment" and to its header frame-ancestors.`,
    );
  }
  if (envelope.output.v !== bridgeVersion) {
    return refuse(
      'version',
      `The parent speaks version ${envelope.output.v} of the bridge, Baton's page version ${bridgeVersion}. Take the parent's library from ${own}/embed/, which fits.`,
    );
  }
  const checked = v.safeParse(ParentMessage, data);
  if (!checked.success || checked.output.type !== 'connect') {
    const problems = checked.issues?.map(
      (issue) => `${v.getDotPath(issue)?.replace(/^payload\.(?:options\.)?/, '') ?? 'message'}: ${issue.message}`,
    );
    return refuse(
      'options',
      `Baton's page cannot use the options of embedBaton: ${problems?.join('; ')}`.slice(0, 2000),
    );
  }
  const greeting = checked.output.payload;
  const problem = problemOfBackend(greeting.options, deployment, own);
  return problem === undefined ? { decision: 'connect', greeting } : refuse('backend', problem);
}

/** Why the page may not connect to a parent's `backend`; undefined if it may. It connects to its own origin and the listed ones only. */
export function problemOfBackend(
  { backend }: OptionalFields<FrameOptions>,
  { backends }: Deployment,
  own: string,
): string | undefined {
  const origin = backend && new URL(backend.baseUrl, own).origin;
  if (origin === undefined || [own, ...backends].includes(origin)) return undefined;
  return `Baton's page may not connect to ${origin}. Add it to "backends" in the page's "#baton-deployment" and to its header connect-src.`;
}

function refuse(code: Refusal, message: string): Decision {
  return { decision: 'refuse', code, message };
}
