import { routingBackendChecks } from '@baton/adapter-kit/testing';
import type { EventFrame, RoutingBackend, Snapshot, StreamListener } from '@baton/contracts';
import { createInMemoryWorld } from './in-memory-world';

type Wrap = (backend: RoutingBackend) => RoutingBackend;

/** A backend with other frames. */
const telling =
  (tell: (listener: StreamListener, frame: EventFrame) => void): Wrap =>
  (backend) => ({
    ...backend,
    follow(cursor, listener, signal) {
      const onFrame = (frame: EventFrame) => tell(listener, frame);
      backend.follow(cursor, { ...listener, onFrame }, signal);
    },
  });

/** A backend with other snapshots. */
const snapping =
  (change: (snapshot: Snapshot) => Snapshot): Wrap =>
  (backend) => ({
    ...backend,
    async snapshot(query, signal) {
      const answer = await backend.snapshot(query, signal);
      return answer.ok ? { ok: true, value: change(answer.value) } : answer;
    },
  });

/** Ends are in snapshots only, not in frames. */
const keepsEnds = (without: (type: string) => boolean) =>
  telling((listener, frame) =>
    listener.onFrame({ ...frame, events: frame.events.filter(({ type }) => !without(type)) }),
  );
const keepsOutcomes = keepsEnds((type) => type.startsWith('transfer.') && type !== 'transfer.pending');
const keepsInvitations = keepsEnds((type) => type === 'invitation.ended');

const saysNothing = telling(() => {});

/** Frames in pairs, the later one first. */
const wrongOrder: Wrap = (backend) => {
  let held: EventFrame | undefined;
  return telling((listener, frame) => {
    if (held) {
      listener.onFrame(frame);
      listener.onFrame(held);
      held = undefined;
    } else held = frame;
  })(backend);
};

/** Sends a repeated text again. */
const repeats: Wrap = (backend) => {
  let times = 0;
  return {
    ...backend,
    async send(command) {
      if (command.type !== 'sendMessage') return backend.send(command);
      const answer = await backend.send({ ...command, commandId: `${command.commandId.slice(0, 40)}-${(times += 1)}` });
      return answer.ok ? { ok: true, value: { commandId: command.commandId } } : answer;
    },
  };
};

/** Answers each `signIn` with what held at the first one. */
const bringsOldSnapshots: Wrap = (backend) => {
  let first: Snapshot | undefined;
  return {
    ...backend,
    async send(command) {
      const answer = await backend.send(command);
      if (!answer.ok || command.type !== 'signIn') return answer;
      first ??= (await backend.snapshot({})).value;
      return { ok: true, value: { ...answer.value, ...(first && { snapshot: first }) } };
    },
  };
};

/** Sends frames after it is closed. */
const staysOpen: Wrap = (backend) => ({ ...backend, close() {} });

/** A resumed stream skips the frames in between. */
const losesAfterABreak: Wrap = (backend) => ({
  ...backend,
  follow(cursor, listener, signal) {
    let isOpen = false;
    const onOpen = () => {
      isOpen = true;
      listener.onOpen();
    };
    const onFrame = (frame: EventFrame) => (isOpen ? listener.onFrame(frame) : undefined);
    backend.follow(cursor, { ...listener, onOpen, onFrame }, signal);
  },
});

/** A former owner keeps the conversation. */
const twoOwners: Wrap = (backend) => {
  const had = new Map<string, Snapshot['interactions'][number]>();
  return snapping((snapshot) => {
    for (const interaction of snapshot.interactions) had.set(interaction.id, interaction);
    return { ...snapshot, interactions: [...had.values()] };
  })(backend);
};

test.each([
  ['says nothing after a command', saysNothing, 'messages.appended tells the text'],
  ['tells in the wrong order', wrongOrder, 'Each frame has a cursor above the one before'],
  ['repeats a command', repeats, 'The customer gets the text once'],
  ['tells no outcome of a transfer', keepsOutcomes, 'The sender is told how the transfer has ended'],
  ['tells no end of an invitation', keepsInvitations, 'Frames lead to what the snapshot says'],
  ['loses what was told during a break', losesAfterABreak, 'Nothing is lost or repeated in a break'],
  ['brings an old snapshot when signing in', bringsOldSnapshots, 'signIn answers the current snapshot'],
  ['goes on when it is closed', staysOpen, 'A backend that is closed tells nothing more'],
  ['leaves a conversation with two owners', twoOwners, 'exactly one owner; it has 2'],
])('a backend that %s does not pass', async (_what, wrap, why) => {
  const failures: string[] = [];
  for (const { run } of routingBackendChecks) {
    await run(createInMemoryWorld(wrap)).catch((cause: unknown) => failures.push(String(cause)));
  }
  expect(failures.join('\n')).toContain(why);
});
