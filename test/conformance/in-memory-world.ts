import type { Adapter } from '@baton/adapter-kit';
import type { BackendWorld } from '@baton/adapter-kit/testing';
import type { RoutingBackend } from '@baton/contracts';
import { createManualClock, flushPromises } from '../../mocks/testing/manual-clock';
import { createSeededRandom } from '../../mocks/testing/seeded-random';
import { createProduct } from './in-memory-backend';

const ana = { id: 'ana', name: 'Ana' };
const bianca = { id: 'bianca', name: 'Bianca' };
const chen = { id: 'chen', name: 'Chen' };

/**
 * The product in memory, as a world of the adapter suite.
 *
 * @param wrap makes something else of each agent's backend
 */
export function createInMemoryWorld(wrap = (backend: RoutingBackend): RoutingBackend => backend): BackendWorld {
  const clock = createManualClock();
  const random = createSeededRandom();
  const startedAt = clock.now();
  const conversation = {
    ...{ id: 'sms-1', channel: 'sms' as const, state: 'active' as const, startedAt, assignedAt: startedAt, owner: ana },
    contact: {
      id: 'customer-1',
      name: 'Jo',
      address: { kind: 'phone' as const, value: '+447700900123', display: '07700 900123' },
    },
    capabilities: ['sendMessage' as const, 'transfer' as const],
    messages: [{ kind: 'customer' as const, id: 'm-0', name: 'Jo', text: 'Hello?' }],
  };
  const { adapters, write } = createProduct([ana, bianca, chen], [conversation], { clock, random });
  const agentOf = (agent: typeof ana) => ({ agent, backend: wrap(adapterOf(adapters, agent.id).backend) });

  return {
    owner: agentOf(ana),
    colleague: agentOf(bianca),
    bystander: agentOf(chen),
    random,
    customerWrites: (_id, text) => write(conversation, { kind: 'customer', id: random.id(), name: 'Jo', text }),
    async timePasses(ms) {
      await clock.advance(ms);
      await flushPromises();
    },
    close: () => adapters.forEach((adapter) => adapter.close()),
  };
}

function adapterOf(adapters: Map<string, Adapter>, id: string): Adapter {
  const adapter = adapters.get(id);
  if (!adapter) throw new Error(`There is no agent "${id}".`);
  return adapter;
}
