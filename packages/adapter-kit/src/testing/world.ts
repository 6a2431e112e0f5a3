import type { AgentRef, Random, RoutingBackend } from '@baton/contracts';

/** A product to test, a new one for each check. */
export interface BackendWorld {
  /** Has a conversation with the capabilities `sendMessage` and `transfer`. */
  owner: WorldAgent;
  /** Can be invited, and has no invitation. */
  colleague: WorldAgent;
  /** Takes no part in the conversation. */
  bystander?: WorldAgent;
  /** Makes the ids of commands. */
  random: Random;
  /** Writes a message as the customer of a conversation. */
  customerWrites(interactionId: string, text: string): Promise<void> | void;
  /** Lets `ms` pass and waits until streams have delivered everything; 0 only waits. */
  timePasses(ms: number): Promise<void>;
  /** Releases the resources of the world. */
  close?(): Promise<void> | void;
}

/** An agent with their own backend object. The suite signs them in. */
export interface WorldAgent {
  agent: AgentRef;
  backend: RoutingBackend;
}
