import * as v from 'valibot';
import { AgentRef, Id } from '../domain/agent';
import { FirstSnapshot } from './command-taken';

/**
 * Opens a window's session: `POST /v1/session`. With `signIn` the agent is signed in by the same request, as by the
 * command of that name, where the backend can.
 */
export const SessionRequest = v.strictObject({
  agentId: Id,
  signIn: v.optional(v.strictObject({ ready: v.boolean() })),
});
export type SessionRequest = v.InferOutput<typeof SessionRequest>;

/**
 * The token goes into `Authorization: Bearer` of every other request; never into a URL. With `snapshot` the agent is
 * signed in; without it a desktop sends the command `signIn`.
 */
export const SessionAnswer = v.object({ token: v.string(), agent: AgentRef, snapshot: FirstSnapshot });
export type SessionAnswer = v.InferOutput<typeof SessionAnswer>;

/** Agents that the sign-in page offers: `GET /v1/session/agents`. */
export const SignInChoices = v.object({
  agents: v.array(v.object({ ...AgentRef.entries, signedIn: v.boolean(), description: v.optional(v.string()) })),
});
export type SignInChoices = v.InferOutput<typeof SignInChoices>;
