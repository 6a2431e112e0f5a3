import type { AgentRef, RoutingConnection } from '@baton/contracts';
import type { HttpBackendOptions } from '../options';

/**
 * The connection options for Baton's own wire, with the name under which the agent's windows share the event stream.
 */
export function httpConnection(
  { shareStream = true, ...backend }: HttpBackendOptions,
  agent: AgentRef,
): Omit<RoutingConnection, 'clock' | 'random'> {
  if (!shareStream || backend.fetch) return backend;
  return { ...backend, sharedAs: `${new URL(backend.baseUrl, document.baseURI).href} ${agent.id}` };
}
