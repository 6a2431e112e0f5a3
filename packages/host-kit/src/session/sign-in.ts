import { openSession as ask, createHttpRouting, signInChoices as choices } from '@baton/routing';
import { newReference } from '@baton/contracts';
import type { AgentRef, Clock, KeyValueStorage, Result, SignInChoices, Snapshot } from '@baton/contracts';
import { systemClock, systemRandom } from '@baton/runtime';
import { createAgentStorage } from '../adapters/storage';
import type { HttpBackendOptions } from '../options';
import { watchSignOut } from './device-memory';

/** How to reach a backend that speaks Baton's own wire before an agent has signed in. */
export interface SignIn {
  /** Where `/v1/…` is; ends with a slash. */
  baseUrl: string;
  /**
   * Signs the agent in with the request that opens the session, ready for SMS or not, where the backend can: for pages
   * that create Baton at once, this saves a round trip. Left out, Baton signs the agent in when it is created.
   */
  ready?: boolean | undefined;
  /** Replaces the page's fetch. */
  fetch?: typeof fetch | undefined;
  /** What Baton gets as its storage for this agent. Default: the browser's. */
  storage?: KeyValueStorage | undefined;
  clock?: Clock | undefined;
}

/** What `createBaton` needs of an agent who has signed in. */
export interface OpenSession {
  agent: AgentRef;
  backend: HttpBackendOptions;
  /** As passed in. */
  ready?: boolean;
}

/** How old the first snapshot may be when Baton is created, in milliseconds: offers in an older one may be over. */
const freshMs = 5_000;

/**
 * Opens a session for an agent. Hosts with an identity provider of their own
 * do without: they pass their agent and a `getToken` of their own. An agent who
 * signs out in another window meanwhile stays signed out: `gone`.
 */
export async function openSession(signIn: SignIn, agentId: string): Promise<Result<OpenSession>> {
  const { baseUrl, ready, clock = systemClock, storage = createAgentStorage(agentId), ...rest } = signIn;
  const hasSignedOut = watchSignOut(storage);
  const connection = { baseUrl, clock, random: systemRandom, ...rest };
  const opened = await ask(connection, agentId, ready === undefined ? undefined : { ready });
  if (!opened.ok) return opened;
  const answeredAt = clock.now();
  let { token, snapshot } = opened.value;
  if (hasSignedOut()) {
    // The backend may have signed them out before this request signed them in.
    if (snapshot)
      void createHttpRouting({ ...connection, getToken }).send({ type: 'signOut', commandId: systemRandom.id() });
    const message = 'The agent has signed out in another window meanwhile.';
    const reference = newReference(systemRandom);
    return { ok: false, error: { code: 'gone', retryable: false, message, reference } };
  }
  // A backend that has lost its sessions, such as the mock after a reset, issues a new token for the same agent.
  async function getToken(refused?: string): Promise<string> {
    if (refused !== token) return token;
    const again = await ask(connection, agentId);
    if (again.ok) token = again.value.token;
    return token;
  }

  function takeFirstSnapshot(): Snapshot | undefined {
    const first = clock.now() - answeredAt < freshMs ? snapshot : undefined;
    snapshot = undefined;
    return first;
  }

  return {
    ok: true,
    value: {
      agent: opened.value.agent,
      backend: { baseUrl, getToken, takeFirstSnapshot, ...rest },
      ...(ready !== undefined && { ready }),
    },
  };
}

/** The agents that a sign-in page can offer. */
export function signInChoices(
  { clock = systemClock, ...rest }: SignIn,
  signal?: AbortSignal,
): Promise<Result<SignInChoices>> {
  return choices({ clock, random: systemRandom, ...rest }, signal);
}
