import * as v from 'valibot';
import { AgentRef, Id } from '../domain/agent';

/** Opens a window's session: `POST /v1/session`. The agent is signed in by the command `signIn`. */
export const SessionRequest = v.strictObject({ agentId: Id });
export type SessionRequest = v.InferOutput<typeof SessionRequest>;

/** The token goes into `Authorization: Bearer` of every other request; never into a URL. */
export const SessionAnswer = v.object({ token: v.string(), agent: AgentRef });
export type SessionAnswer = v.InferOutput<typeof SessionAnswer>;

/** Agents that the sign-in page offers: `GET /v1/session/agents`. */
export const SignInChoices = v.object({
  agents: v.array(v.object({ ...AgentRef.entries, signedIn: v.boolean(), description: v.optional(v.string()) })),
});
export type SignInChoices = v.InferOutput<typeof SignInChoices>;
