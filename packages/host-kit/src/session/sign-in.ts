import { openSession as ask, signInChoices as choices } from '@baton/routing';
import { newReference } from '@baton/contracts';
import type { AgentRef, Clock, Result, SignInChoices } from '@baton/contracts';
import { createAgentStorage } from '../adapters/storage';
import { systemClock } from '../adapters/system-clock';
import { systemRandom } from '../adapters/system-random';
import type { HttpBackendOptions } from '../options';
import { watchSignOut } from './device-memory';

/** A backend that speaks Baton's own wire, before anybody has signed in. */
export interface SignIn {
  /** Where `/v1/…` is; ends with a slash. */
  baseUrl: string;
  /** Replaces the page's fetch. */
  fetch?: typeof fetch;
  clock?: Clock;
}

/** What `createBaton` wants to know of an agent who has signed in. */
export interface OpenSession {
  agent: AgentRef;
  backend: HttpBackendOptions;
}

/**
 * Opens a session for an agent. Hosts with an identity provider of their own
 * do without: they pass their agent and a `getToken` of their own. An agent who
 * signs out in another window meanwhile stays signed out: `gone`.
 */
export async function openSession(signIn: SignIn, agentId: string): Promise<Result<OpenSession>> {
  const { baseUrl, clock = systemClock, ...rest } = signIn;
  const hasSignedOut = watchSignOut(createAgentStorage(agentId));
  const connection = { baseUrl, clock, random: systemRandom, ...rest };
  const opened = await ask(connection, agentId);
  if (!opened.ok) return opened;
  if (hasSignedOut()) {
    const message = 'The agent has signed out in another window meanwhile.';
    const reference = newReference(systemRandom);
    return { ok: false, error: { code: 'gone', retryable: false, message, reference } };
  }
  let { token } = opened.value;

  // A backend that has forgotten its sessions, as a mocked one after a reset, gives the same agent a new token.
  async function getToken(refused?: string): Promise<string> {
    if (refused !== token) return token;
    const again = await ask(connection, agentId);
    if (again.ok) token = again.value.token;
    return token;
  }

  return { ok: true, value: { agent: opened.value.agent, backend: { baseUrl, getToken, ...rest } } };
}

/** The agents that a sign-in page can offer. */
export function signInChoices(
  { clock = systemClock, ...rest }: SignIn,
  signal?: AbortSignal,
): Promise<Result<SignInChoices>> {
  return choices({ clock, random: systemRandom, ...rest }, signal);
}
