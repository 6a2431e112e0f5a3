import { CommandAnswer, createReads, reads } from '@baton/contracts';
import type { RoutingBackend, RoutingConnection } from '@baton/contracts';
import { follow } from './follow';
import { browserProfile } from './browser-profile';
import { request } from './request';

/**
 * The routing backend over HTTP and server-sent events, Baton's own wire. One object per window and agent.
 */
export function createHttpRouting(connection: RoutingConnection, findProfile = browserProfile): RoutingBackend {
  return {
    ...createReads((name, query, signal) =>
      request(connection, {
        path: urlOf(reads[name].path, query),
        answer: reads[name].answer,
        unanswered: 'backend_unavailable',
        signal,
      }),
    ),
    async send(command) {
      const { type, commandId } = command;
      const snapshot = type === 'signIn' ? connection.takeFirstSnapshot?.() : undefined;
      if (snapshot) return { ok: true, value: { commandId, snapshot } };
      return request(connection, {
        path: 'v1/commands',
        body: command,
        answer: CommandAnswer,
        unanswered: 'unknown_outcome',
      });
    },
    follow: (cursor, listener, signal) => void follow(connection, cursor, listener, signal, findProfile),
  };
}

type Parameter = string | number | readonly string[];

/** Puts the fields of a query into the path where it names them, and the others into the query string. */
function urlOf(path: string, query: Readonly<Record<string, Parameter | undefined>>): string {
  const parameters = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const inPath = filled.replace(`:${name}`, () => encodeURIComponent(String(value)));
    if (inPath === filled) parameters.set(name, String(value));
    filled = inPath;
  }
  return parameters.size > 0 ? `${filled}?${parameters}` : filled;
}
