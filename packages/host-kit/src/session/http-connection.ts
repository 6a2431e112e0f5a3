import type { AgentRef, RoutingConnection } from '@baton/contracts';
import type { HttpBackendOptions } from '../options';

/** How Baton's own wire is reached, and by what name the agent's windows share its event stream. */
export function httpConnection(
  { shareStream = true, ...backend }: HttpBackendOptions,
  agent: AgentRef,
): Omit<RoutingConnection, 'clock' | 'random'> {
  if (!shareStream || backend.fetch) return backend;
  return { ...backend, sharedAs: `${new URL(backend.baseUrl, document.baseURI).href} ${agent.id}` };
}
