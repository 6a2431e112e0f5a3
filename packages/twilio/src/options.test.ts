import { twilioBackend } from './backend';
import { createTwilioWorld, hostOf, stopTime } from './testing/world';

stopTime();

const getToken = async () => 'token';
const conversations = { connect: () => Promise.reject(new Error('Not needed.')) };

test('every wrong option is named, with its cure', () => {
  const make = (more: object) => () => twilioBackend({ getToken, conversations, ...more });
  expect(make({ conversations: {}, activities: { ready: 'Available' } })).toThrow(
    'twilioBackend: conversations: give twilioConversations({ getToken }), or an object with the method connect; ' +
      'activities.ready: give the sid of an activity, which begins with WA.',
  );
  expect(make({ getToken: 'token' })).toThrow('getToken: give a function that fetches an access token of the worker');
  expect(make({ getToken: undefined })).toThrow('getToken: ');
  expect(make({ maxWorkers: 0 })).toThrow('maxWorkers: give a whole number from 1');
  expect(make({})).not.toThrow();
});

test('a token of another worker than the agent’s is said to be one', async () => {
  const world = await createTwilioWorld();
  const { ana, bianca, server, conversations: texts } = world;
  const make = twilioBackend({
    getToken: async () => `${bianca.sid}.1`,
    conversations: texts.of(ana.sid),
    servers: server.servers,
  });
  await expect(make(hostOf(ana, world.random))).rejects.toThrow(
    `the agent's id is "${ana.sid}", and the token is of the worker ${bianca.sid}`,
  );
  await world.close();
});
