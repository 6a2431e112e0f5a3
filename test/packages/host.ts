import { createBaton, openSession } from '@baton/host-kit';
import type { Baton, BatonOptions, LoadState, Outlet } from '@baton/host-kit';
import { createTestHost } from '@baton/host-kit/testing';
import { openTelemetry } from '@baton/opentelemetry';
import { createEventBus } from '@baton/event-bus';
import { contractVersion } from '@baton/contracts';
import type { HostContext, RoutingBackend } from '@baton/contracts';

// What a host team writes. It is compiled against the packed packages; lines that must not compile say so.
export async function start(element: HTMLElement): Promise<Baton> {
  const session = await openSession({ baseUrl: '/' }, 'ana');
  if (!session.ok) throw new Error(session.error.message);
  const options: BatonOptions = {
    ...session.value,
    modules: { 'sms-window': '/modules/sms-window/baton-module.json' },
    theme: 'dark',
    shortcuts: { 'team.open': null },
    adapters: { telemetry: openTelemetry() },
  };
  const baton = createBaton(options);
  const outlet: Outlet = baton.mount(element, { module: 'sms-window', label: 'SMS window' });
  await outlet.ready();
  baton.context.bus.on('transfer.accepted', ({ acceptedBy }) => console.log(acceptedBy.name));
  const picked = await baton.context.bus.request('target.pick', { interactionId: 'i1', kinds: ['agent'] });
  if (picked.action === 'smsTransfer') console.log(picked.target.id);
  const state: LoadState = baton.loads.getState('sms-window');
  if (state.state === 'failed') console.log(state.error.stage);
  return baton;
}

export function owner(context: HostContext, backend: RoutingBackend): string {
  void backend.snapshot({});
  return `${context.agent.name} ${contractVersion.split('.')[0]}`;
}

export const bus: HostContext['bus'] = createEventBus({ clock: { now: () => 0, setTimeout: () => () => undefined } });
export const double: HostContext = createTestHost();

// @ts-expect-error a topic that does not exist
bus.emit('transfer.acepted', {});
// @ts-expect-error a payload that lacks the interaction
bus.emit('transfer.declined', { transferId: 't1' });
// @ts-expect-error an answer that nobody gives
void bus.request('target.pick', { interactionId: 'i1', kinds: ['agent'] }).then(({ phone }) => phone);
createBaton({
  agent: { id: 'ana', name: 'Ana' },
  backend: { baseUrl: '/', getToken: () => Promise.resolve('') },
  modules: {},
  // @ts-expect-error an option that does not exist
  them: 'dark',
});
// @ts-expect-error a theme that does not exist
export const theme: BatonOptions['theme'] = 'blue';
// @ts-expect-error a kind of target that does not exist
void bus.request('target.pick', { interactionId: 'i1', kinds: ['robot'] });
