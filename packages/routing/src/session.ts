import { SessionAnswer, SignInChoices } from '@baton/contracts';
import type { Result, RoutingConnection, SessionRequest } from '@baton/contracts';
import { request } from './request';

/** How to reach the backend before there is a token. */
export type SignInConnection = Pick<RoutingConnection, 'baseUrl' | 'fetch' | 'clock' | 'random'>;

/**
 * Opens a window's session, and with `signIn` also signs the agent in, where the backend can. Hosts with their own
 * identity provider get their token there instead.
 */
export function openSession(
  connection: SignInConnection,
  agentId: string,
  signIn?: SessionRequest['signIn'],
): Promise<Result<SessionAnswer>> {
  const { baseUrl, fetch, clock, random } = connection;
  return request(
    { baseUrl, fetch, clock, random },
    { path: 'v1/session', body: { agentId, signIn }, answer: SessionAnswer, unanswered: 'backend_unavailable' },
  );
}

/** The agents that a sign-in page can offer. */
export function signInChoices(connection: SignInConnection, signal?: AbortSignal): Promise<Result<SignInChoices>> {
  const { baseUrl, fetch, clock, random } = connection;
  return request(
    { baseUrl, fetch, clock, random },
    { path: 'v1/session/agents', answer: SignInChoices, unanswered: 'backend_unavailable', signal },
  );
}
