import { SessionAnswer, SignInChoices } from '@baton/contracts';
import type { Result, RoutingConnection } from '@baton/contracts';
import { request } from './request';

/** How to reach the backend before there is a token. */
export type SignInConnection = Pick<RoutingConnection, 'baseUrl' | 'fetch' | 'clock' | 'random'>;

/** Opens a window's session. Hosts with an identity provider of their own get their token there instead. */
export function openSession(connection: SignInConnection, agentId: string): Promise<Result<SessionAnswer>> {
  const { baseUrl, fetch, clock, random } = connection;
  return request(
    { baseUrl, fetch, clock, random },
    { path: 'v1/session', body: { agentId }, answer: SessionAnswer, unanswered: 'backend_unavailable' },
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
