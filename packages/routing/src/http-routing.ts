import { CommandTaken, MessagePage, Snapshot, TargetPage } from '@baton/contracts';
import type { Result, RoutingBackend, RoutingConnection } from '@baton/contracts';
import { follow } from './follow';
import { browserProfile } from './profile';
import { request } from './request';

/**
 * The routing backend over HTTP and server-sent events: Baton's own wire.
 * One object per window and agent.
 */
export function createHttpRouting(connection: RoutingConnection, findProfile = browserProfile): RoutingBackend {
  const targets = (path: string, signal?: AbortSignal): Promise<Result<TargetPage>> =>
    request(connection, { path, answer: TargetPage, unanswered: 'backend_unavailable', signal });

  return {
    send: (command) =>
      request(connection, { path: 'v1/commands', body: command, answer: CommandTaken, unanswered: 'unknown_outcome' }),

    snapshot: (signal) =>
      request(connection, { path: 'v1/snapshot', answer: Snapshot, unanswered: 'backend_unavailable', signal }),

    searchTargets: ({ query, kinds, limit, cursor }, signal) =>
      targets(`v1/targets${search({ query, kinds: kinds?.join(','), limit, cursor })}`, signal),

    favourites: (signal) => targets('v1/targets/favourites', signal),

    recents: (signal) => targets('v1/targets/recents', signal),

    messages: (interactionId, { before, limit }, signal) =>
      request(connection, {
        path: `v1/interactions/${encodeURIComponent(interactionId)}/messages${search({ before, limit })}`,
        answer: MessagePage,
        unanswered: 'backend_unavailable',
        signal,
      }),

    follow: (cursor, listener, signal) => void follow(connection, cursor, listener, signal, findProfile),
  };
}

function search(values: Record<string, string | number | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) parameters.set(name, String(value));
  const query = parameters.toString();
  return query && `?${query}`;
}
