import { describeRoutingBackend } from '@baton/adapter-kit/testing';
import { createTwilioWorld, stopTime } from './testing/world';

stopTime();

describeRoutingBackend('Twilio', async () => {
  const world = await createTwilioWorld();
  const { ana, bianca, chen, conversations, random } = world;
  const agentOf = async (worker: typeof ana) => ({
    agent: { id: worker.sid, name: worker.name },
    backend: await world.open(worker),
  });
  return {
    owner: await agentOf(ana),
    colleague: await agentOf(bianca),
    bystander: await agentOf(chen),
    random,
    customerWrites: (sid, text) => conversations.customerWrites(sid, text),
    timePasses: world.timePasses,
    close: world.close,
  };
});
