import { demand } from '../demand';
import type { SceneCheck } from '../check';
import type { Scene } from '../scene';

/** Checks of the event stream. */
export const streamChecks: SceneCheck[] = [
  {
    name: 'a follower that resumes receives what it missed, once and in order, or a gap',
    async run(scene) {
      const { owner } = scene;
      await write(scene, 'one');
      owner.stopFollowing();
      await write(scene, 'two');
      await write(scene, 'three');
      const began = await owner.resume();
      demand(began !== undefined, 'A stream that is followed again opens, or reports a gap.');
      if (began === 'gap') return;
      await write(scene, 'four');
      const received = texts(scene).join();
      demand(received === 'one,two,three,four', `Nothing is lost or repeated in a break; received: ${received}.`);
    },
  },
  {
    name: 'a position is followed by the same frames each time',
    async run(scene) {
      const { owner } = scene;
      const { cursor } = await owner.snapshot();
      await write(scene, 'one');
      await write(scene, 'two');
      owner.stopFollowing();
      const before = owner.frames.splice(0);
      if ((await owner.resume(cursor)) === 'gap') return;
      demand(
        JSON.stringify(owner.frames) === JSON.stringify(before),
        'A position is followed by the same frames each time.',
      );
    },
  },
  {
    name: 'a position that never existed is a gap',
    async run({ owner }) {
      owner.stopFollowing();
      const began = await owner.resume((await owner.snapshot()).cursor + 1_000_000);
      demand(began === 'gap', 'Following from a position that never existed reports a gap.');
    },
  },
  {
    name: 'a follower that has stopped receives nothing more',
    async run(scene) {
      const { owner } = scene;
      await write(scene, 'one');
      owner.stopFollowing();
      const before = owner.frames.length;
      await write(scene, 'two');
      demand(before > 0, 'A follower receives events.');
      demand(owner.frames.length === before, 'A follower that has stopped receives nothing more.');
      await owner.resume();
    },
  },
  {
    name: 'a closed backend sends nothing more',
    async run(scene) {
      const { owner } = scene;
      await write(scene, 'one');
      const before = owner.frames.length;
      if (!owner.close()) return;
      await write(scene, 'two');
      demand(owner.frames.length === before, 'A backend that is closed tells nothing more.');
    },
  },
  {
    name: 'the content of a snapshot is not sent again after its position',
    async run(scene) {
      const { owner, conversation: interactionId } = scene;
      await write(scene, 'one');
      await owner.take({ type: 'sendMessage', interactionId, text: 'two' });
      const { cursor } = await owner.snapshot();
      demand(cursor >= (owner.frames.at(-1)?.cursor ?? 0), 'A snapshot is not older than the frames before it.');
      owner.stopFollowing();
      const before = owner.frames.length;
      await owner.resume(cursor);
      demand(owner.frames.length === before, 'The content of a snapshot is not sent again after its position.');
    },
  },
];

async function write({ world, conversation }: Scene, text: string): Promise<void> {
  await world.customerWrites(conversation, text);
  await world.timePasses(0);
}

/** The customer's texts that the owner has received. */
function texts({ owner }: Scene): string[] {
  const messages = owner.events('messages.appended').flatMap((page) => page.messages);
  return messages.flatMap((message) => (message.kind === 'customer' ? [message.text] : []));
}
