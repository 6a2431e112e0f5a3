import { act } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPool, aTarget, anInteraction, byId, createTestHost, renderInHost } from '@baton/module-kit/testing';
import type { TestHost, TestHostOptions } from '@baton/module-kit/testing';
import { targetKinds } from '@baton/contracts';
import type { KnownTargetKind, TargetPick } from '@baton/contracts';
import * as teamCommunicator from '../index';
import './stand-ins';

/** Three agents and two pools, in the order in which they are shown. */
const someTargets = [
  aTarget({ id: 'amir', name: 'Amir Demo' }),
  aTarget(),
  aPool(),
  aTarget({
    id: 'carla',
    name: 'Carla Demo',
    sms: { available: false, reason: 'atCapacity' },
    presence: { state: 'busy', since: 0 },
  }),
  aTarget({
    id: 'dora',
    name: 'Dora Demo',
    sms: { available: false, reason: 'offline' },
    presence: { state: 'offline', since: 0 },
  }),
];

/** A host with one conversation and some targets. */
export function aHost(options: TestHostOptions = {}): TestHost {
  return createTestHost({
    targets: someTargets,
    ...options,
    state: { interactions: byId(anInteraction()), ...options.state },
  });
}

/** What is asked of the directory from now on: each call gives what was asked since the one before. */
export function countAsked(host: TestHost): () => string[] {
  const asked: string[] = [];
  for (const method of ['searchTargets', 'favourites', 'recents'] as const) {
    const ask = host.reads[method];
    Object.assign(host.reads, {
      [method]: (...input: Parameters<typeof ask>) => (asked.push(method), Reflect.apply(ask, host.reads, input)),
    });
  }
  return () => asked.splice(0).sort();
}

/** Mounts the module beside a Transfer button, without opening it. */
export async function mounted(host: TestHost) {
  const transfer = document.body.appendChild(document.createElement('button'));
  transfer.textContent = 'Transfer';
  const screen = await renderInHost(teamCommunicator, host);
  const user = userEvent.setup({ delay: null });
  const picks: TargetPick[] = [];

  return {
    screen,
    user,
    transfer,
    /** Answers to picks so far. */
    picks,
    /** Presses Transfer, as the SMS window does. */
    pick(
      options: {
        signal?: AbortSignal;
        interactionId?: string;
        kinds?: readonly KnownTargetKind[];
        transferId?: string;
      } = {},
    ) {
      const { signal, interactionId = 'interaction-1', kinds = targetKinds, transferId } = options;
      return act(async () => {
        transfer.focus();
        const ask = { interactionId, kinds, transferId };
        void host.bus.request('target.pick', ask, signal && { signal }).then(
          (answer) => picks.push(answer),
          () => undefined,
        );
      });
    },
    input: () => screen.getByRole('searchbox', { name: 'Find a target' }),
    row: (name: RegExp | string) => screen.findByRole('row', { name }),
    /** Names of the targets shown. */
    rowNames: () => screen.queryAllByRole('row').flatMap((row) => row.getAttribute('aria-label')?.split(',')[0] ?? []),
    /** Types into whatever has focus, and waits until the search has rested. */
    async type(text: string) {
      await user.keyboard(text);
      host.clock.advance(150);
    },
  };
}

/** Mounts the module and opens it for a transfer; its first results are there. */
export async function opened(host: TestHost = aHost()) {
  const panel = await mounted(host);
  await panel.pick();
  await panel.screen.findByRole('grid');
  return { host, ...panel };
}
