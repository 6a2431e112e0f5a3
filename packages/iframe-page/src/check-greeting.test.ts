import { checkGreeting } from './check-greeting';

const own = 'https://baton.example';
const parent = 'https://desk.example';
const deployment = { parents: [parent], backends: ['https://routing.example'], modules: {} };
const payload = {
  options: { agent: { id: 'ana', name: 'Ana Ruiz' } },
  page: { notificationPermission: 'default', soundUnlocked: false, adapters: [] },
};
const connect = { source: 'baton', v: 1, type: 'connect', id: '0', payload };
const withOptions = (options: object) => ({
  ...connect,
  payload: { ...payload, options: { ...payload.options, ...options } },
});
const about = (data: unknown, origin = parent) => checkGreeting(data, origin, deployment, own);

test('a parent on the list with options that fit is connected', () => {
  expect(about(connect)).toEqual({ decision: 'connect', greeting: payload });
});

test('options that the page does not know are left aside', () => {
  expect(about(withOptions({ src: 'https://baton.example/frame/', adapters: {} }))).toEqual({
    decision: 'connect',
    greeting: payload,
  });
});

test('what agents are offered, and what they may not change, crosses whole', () => {
  const options = {
    timing: { extendable: false, choices: [1, 10], realTimeException: true },
    features: { theme: false, sounds: true },
  };
  expect(about(withOptions(options))).toEqual({
    decision: 'connect',
    greeting: { ...payload, options: { ...payload.options, ...options } },
  });
});

test.each([
  ['another origin', 'https://evil.example'],
  ['another scheme', 'http://desk.example'],
  ['another port', 'https://desk.example:8443'],
  ['no origin', 'null'],
])('a parent of %s is refused, and told where the list is', (_, origin) => {
  expect(about(connect, origin)).toEqual({
    decision: 'refuse',
    code: 'parentNotAllowed',
    message: `${origin} is not on the list of Baton's page at ${own}. Add it to "parents" in the page's "#baton-deployment" and to its header frame-ancestors.`,
  });
});

test('who is not on the list learns nothing of versions and options', () => {
  expect(about({ ...connect, v: 7, payload: null }, 'https://evil.example')).toMatchObject({
    code: 'parentNotAllowed',
  });
});

test('another version is refused with both named, whatever its messages look like', () => {
  expect(about({ ...connect, v: 2, payload: { anything: true } })).toMatchObject({
    decision: 'refuse',
    code: 'version',
    message: expect.stringMatching(/version 2 .*version 1\..*https:\/\/baton\.example\/embed\//),
  });
});

test.each([
  ['agent', { agent: { id: '', name: 'Ana' } }],
  ['theme', { theme: 'pink' }],
  ['tokens', { tokens: { '--other-colour': 'red' } }],
  ['tokens', { tokens: { '--baton-accent-solid': 'x'.repeat(201) } }],
  ['locale', { locale: 'en GB' }],
  ['autoHeight', { autoHeight: true }],
  ['backend', { backend: { baseUrl: 'https://routing.example' } }],
])('a bad option is named: %s', (name, options) => {
  expect(about(withOptions(options))).toMatchObject({
    decision: 'refuse',
    code: 'options',
    message: expect.stringContaining(name),
  });
});

test('a backend is the own one or on the list', () => {
  const at = (baseUrl: string) => about(withOptions({ backend: { baseUrl } }));
  expect(at('/')).toMatchObject({ decision: 'connect' });
  expect(at('https://routing.example/v/')).toMatchObject({ decision: 'connect' });
  expect(at('https://evil.example/')).toMatchObject({
    decision: 'refuse',
    code: 'backend',
    message: expect.stringContaining('https://evil.example'),
  });
});

test.each([null, 'connect', { source: 'other' }, { ...connect, type: 'update' }, { ...connect, id: 7 }])(
  '%j is ignored',
  (data) => {
    expect(about(data)).toMatchObject({ decision: 'ignore' });
  },
);
