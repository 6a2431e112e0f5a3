import type { BackendWorld } from '@baton/adapter-kit/testing';
import type { RoutingBackend } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import { genesysWorkspace } from '../genesys-workspace';
import { startWorkspaceDouble } from './double';
import type { WorkspaceDouble } from './double';

const ana = { employeeId: 'ana', firstName: 'Ana', lastName: 'Ortiz' };
const bianca = { employeeId: 'bianca', firstName: 'Bianca', lastName: 'Berg' };
const chen = { employeeId: 'chen', firstName: 'Chen', lastName: 'Li' };

/** The world of the suite, with what tests of this room need besides. */
export interface WorkspaceWorld extends BackendWorld {
  double: WorkspaceDouble;
  /** One more window of the owner; with `id`, of a page that takes them for somebody else. */
  openWindow(id?: string): RoutingBackend;
}

/** Three agents on a double of Workspace, as a world of the adapter suite. */
export async function createWorkspaceWorld(): Promise<WorkspaceWorld> {
  const double = await startWorkspaceDouble([ana, bianca, chen], [{ id: 'sms-1', owner: 'ana', text: 'Hello?' }]);
  const clock = createManualClock();
  let ids = 0;
  const random = { id: () => `${(ids += 1)}`.padStart(32, '0'), next: () => 0.5 };
  let asked = 0;
  let received = 0;

  /** Like a page's fetch, which keeps cookies, and counts what is under way. */
  function createFetch(): typeof fetch {
    const cookies = new Map<string, string>();
    return async (input, init) => {
      const sent = typeof init?.body === 'string' ? init.body : '';
      const address = typeof input === 'string' ? input : '';
      const isPoll = sent.includes('/meta/connect');
      if (!isPoll) asked += 1;
      try {
        const headers = new Headers(init?.headers);
        headers.set('cookie', Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '));
        const response = await fetch(input, { ...init, headers });
        for (const cookie of response.headers.getSetCookie()) {
          const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
          cookies.set(name, value);
        }
        const body = await response.text();
        if (address.endsWith('/notifications')) received += body.split('"/workspace/v3/').length - 1;
        if (sent.includes('/meta/subscribe')) received -= body.split('"/workspace/v3/').length - 1;
        return new Response(body, { status: response.status, headers: response.headers });
      } finally {
        if (!isPoll) asked -= 1;
      }
    };
  }

  function agentOf({ employeeId, firstName, lastName }: typeof ana, id = employeeId) {
    const agent = { id, name: `${firstName} ${lastName}` };
    let renewals = 0;
    const factory = genesysWorkspace({
      baseUrl: double.baseUrl,
      signIn: {
        getToken: async (refused) => (refused === undefined ? employeeId : `${employeeId}#${(renewals += 1)}`),
      },
      fetch: createFetch(),
    });
    const values = new Map<string, string>();
    const backend = factory({
      agent,
      clock,
      random,
      storage: {
        get: (key: string) => values.get(key),
        set: (key: string, value: string) => void values.set(key, value),
        remove: (key: string) => void values.delete(key),
        keys: () => [...values.keys()],
        watch: () => () => undefined,
      },
    });
    if (backend instanceof Promise) throw new Error('The adapter is made at once.');
    return { agent, backend };
  }

  /** Until nothing is under way but polls that the server holds. */
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 20;) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = asked === 0 && received >= double.pushed() ? quiet + 1 : 0;
    }
  }

  const windows: RoutingBackend[] = [];
  const [owner, colleague, bystander] = [agentOf(ana), agentOf(bianca), agentOf(chen)];
  return {
    double,
    owner,
    colleague,
    bystander,
    random,
    openWindow(id) {
      const { backend } = agentOf(ana, id);
      windows.push(backend);
      return backend;
    },
    customerWrites: (id, text) => double.customerWrites(id, text),
    async timePasses(ms) {
      await settle();
      if (ms === 0) return;
      clock.advance(ms);
      await settle();
    },
    async close() {
      for (const { backend } of [owner, colleague, bystander]) backend.close?.();
      for (const backend of windows) backend.close?.();
      await double.close();
    },
  };
}
