import { BatonOptionsError, checkOptions } from './options';
import type { BatonOptions } from './options';
import { fakeBackend } from './testing/fake-backend';

const good: BatonOptions = {
  agent: { id: 'ana', name: 'Ana Ruiz' },
  backend: { baseUrl: '/', getToken: () => Promise.resolve('token') },
  modules: { 'sms-window': '/modules/sms-window/baton-module.json' },
};

const call = { id: 'crm.call', label: 'Call', perform: () => undefined };

/** What a host without TypeScript may pass. */
function problemsOf(options: object): readonly string[] {
  try {
    checkOptions(options as BatonOptions);
    return [];
  } catch (error) {
    if (error instanceof BatonOptionsError) return error.problems;
    throw error;
  }
}

test('good options pass as they are', () => {
  const options: BatonOptions = {
    ...good,
    locale: 'de',
    timeZone: 'Europe/Berlin',
    theme: 'dark',
    messages: { 'sms.send': 'Text' },
    shortcuts: { 'team.open': null },
    overrides: { allowedOrigins: ['http://localhost:4420'] },
  };
  expect(checkOptions(options)).toBe(options);
});

test('every combination that is no typing may be a shortcut', () => {
  for (const keys of ['Control+K', 'Alt+Shift+.', 'Meta+Enter', 'Control+Tab', 'Shift+F7', 'F12', 'Escape', null])
    expect(problemsOf({ ...good, shortcuts: { 'team.open': keys } })).toEqual([]);
});

test('reasons for rejecting are given by id, labelled by one text or one for each language', () => {
  const reasons = [
    { id: 'busy', label: 'Busy' },
    { id: 'break', label: { en: 'On a break', de: 'In der Pause' } },
  ];
  for (const declining of [{}, { undo: false }, { reasons, freeText: true }, undefined])
    expect(problemsOf({ ...good, declining })).toEqual([]);
});

test('words about consent are given by language, or the usual ones count', () => {
  const de = { optOut: ['STOPP', 'KEINE SMS'], optIn: ['START'], help: [] };
  for (const consentWords of [true, false, {}, { de }, undefined])
    expect(problemsOf({ ...good, consentWords })).toEqual([]);
});

test('auto-answer is given with or without the preview', () => {
  for (const autoAnswer of [{}, { preview: false }, { preview: true, seconds: 60 }, undefined])
    expect(problemsOf({ ...good, autoAnswer })).toEqual([]);
});

test('the lock is given with or without a time', () => {
  for (const lock of [{}, { afterMinutes: 0.5 }, { afterMinutes: 10, byHost: true }, undefined])
    expect(problemsOf({ ...good, lock })).toEqual([]);
});

test('privileges are given by name', () => {
  for (const privileges of [{}, { reject: false }, { accept: true, transfer: false }, undefined])
    expect(problemsOf({ ...good, privileges })).toEqual([]);
});

test('actions are given by place, labelled by one text or one for each language', () => {
  const perform = () => undefined;
  const call = { id: 'crm.call', label: { en: 'Call', de: 'Anrufen' }, targetKinds: ['agent'], perform };
  const openCase = { id: 'crm.open-case', label: 'Open case', enabled: () => true, perform };
  for (const actions of [{}, { target: [call] }, { target: [call], conversation: [openCase] }, undefined])
    expect(problemsOf({ ...good, actions })).toEqual([]);
});

test('adapters and preferences are given in part', () => {
  expect(
    problemsOf({
      ...good,
      adapters: { navigate() {}, telemetry: { emit() {} }, sound: undefined },
      preferences: { volume: 0, theme: undefined },
    }),
  ).toEqual([]);
});

test('a host may pass a routing backend of its own, whole', () => {
  const { follow: _, ...half } = fakeBackend();
  expect(problemsOf({ ...good, backend: fakeBackend() })).toEqual([]);
  expect(problemsOf({ ...good, backend: half })).toEqual([
    'backend.follow: is missing: give { baseUrl, getToken }, a RoutingBackend of your own, or a function that makes one',
  ]);
  expect(problemsOf({ ...good, backend: () => fakeBackend() })).toEqual([]);
  expect(problemsOf({ ...good, backend: { ...fakeBackend(), close() {} } })).toEqual([]);
  expect(problemsOf({ ...good, backend: { ...fakeBackend(), close: true } })).toEqual([
    'backend.close: give a function that ends what the backend holds open, or leave it out',
  ]);
});

test('a module is named by its address, with or without the manifest of the moment', () => {
  const url = '/modules/sms-window/baton-module.json';
  expect(problemsOf({ ...good, modules: { a: url, b: { url }, c: { url, manifest: {} } } })).toEqual([]);
});

test.each<[string, object, string]>([
  ['no agent', { agent: undefined }, 'agent: is missing: give the signed-in agent'],
  ['an agent without name', { agent: { id: 'ana' } }, 'agent.name: is missing: give the signed-in agent: { id, name }'],
  [
    'a backend without token',
    { backend: { baseUrl: '/' } },
    'backend.getToken: is missing: give { baseUrl, getToken }',
  ],
  [
    'a clock that only tells the time',
    { clock: { now: () => 0 } },
    'clock.setTimeout: is missing: give a Clock: { now(), setTimeout(callback, ms) }',
  ],
  [
    'a base URL without slash',
    { backend: { ...good.backend, baseUrl: 'https://routing.example' } },
    'backend.baseUrl: end it with a slash',
  ],
  [
    'a token instead of a callback',
    { backend: { baseUrl: '/', getToken: 'secret' } },
    'backend.getToken: give a function',
  ],
  ['a module without address', { modules: { 'sms-window': 5 } }, 'modules.sms-window: give the address of each module'],
  ['a list of modules', { modules: ['sms-window'] }, 'modules: give the address of each module'],
  ['no modules', { modules: undefined }, 'modules: is missing: give the address of each module'],
  ['an unknown language', { locale: 'English (UK)' }, 'locale: is no BCP 47 tag'],
  ['an unknown time zone', { timeZone: 'Mars/Olympus' }, 'timeZone: is no IANA time zone'],
  ['an unknown theme', { theme: 'blue' }, 'theme: give one of auto, light, dark'],
  ['a word that is no string', { messages: { 'sms.send': 1 } }, 'messages.sms.send: give ICU strings'],
  [
    'a time to answer that there is not',
    { timing: { choices: [3] } },
    'timing.choices.0: give a list of 1, 2, 5, 10, 0',
  ],
  ['a feature that there is not', { features: { sound: false } }, 'features.sound: give switches for sounds'],
  [
    'a deadline, which hosts cannot set',
    { timing: { invitationSeconds: 30 } },
    'timing.invitationSeconds: is no option of hosts: deadlines are set, and kept, in the routing backend',
  ],
  ['a template without a text', { templates: [{ id: 'a', name: 'A' }] }, 'templates.0.text: is missing'],
  [
    'two templates of one id',
    {
      templates: [
        { id: 'a', name: 'A', text: 'Hello' },
        { id: 'a', name: 'B', text: 'Bye' },
      ],
    },
    'templates: give each template an id of its own',
  ],
  [
    'a template that cannot be sent',
    { templates: [{ id: 'a', name: 'A', text: 'x'.repeat(5000) }] },
    'templates: give ids of one line',
  ],
  [
    'two fields of one key',
    {
      caseData: {
        details: [
          { key: 'order', label: 'Order' },
          { key: 'order', label: 'Order number' },
        ],
      },
    },
    'caseData.details: give each key once',
  ],
  ['a currency in small letters', { prices: { currency: 'eur', perMessage: {} } }, 'prices.currency: give ISO 4217'],
  [
    'prices by country',
    { prices: { currency: 'EUR', perMessage: { GB: 4 } } },
    'prices.perMessage: give the price of a message in minor units by how numbers begin',
  ],
  ['a field without a label', { caseData: { details: [{ key: 'order' }] } }, 'caseData.details.0.label: is missing'],
  [
    'a format that there is not',
    { caseData: { details: [{ key: 'order', label: 'Order', format: 'colour' }] } },
    'caseData.details.0.format: give text, number, date, dateTime, or { currency: "EUR" }',
  ],
  [
    'a link that case data could lead elsewhere',
    { caseData: { details: [{ key: 'order', label: 'Order', link: 'https://{value}/' }] } },
    'caseData.details.0.link: give an address such as "https://crm.example.com/orders/{value}"',
  ],
  [
    'a link that runs code',
    { caseData: { details: [{ key: 'order', label: 'Order', link: 'javascript:alert({value})' }] } },
    'caseData.details.0.link: give an address',
  ],
  [
    'more than can be read before accepting',
    { caseData: { preview: Array.from({ length: 7 }, (_, at) => ({ key: `order ${at}`, label: 'Order' })) } },
    'caseData.preview: give at most 6 fields',
  ],
  [
    'words about consent without their language',
    { consentWords: ['STOP'] },
    'consentWords: give true, or words by language: { de:',
  ],
  ['a lock that is a word', { lock: true }, 'lock: give { afterMinutes: 10 }'],
  ['a lock after no time', { lock: { afterMinutes: 0 } }, 'lock.afterMinutes: give >0'],
  ['auto-answer that is a word', { autoAnswer: true }, 'autoAnswer: give { preview: true, seconds: 5 }'],
  ['auto-answer after no time', { autoAnswer: { seconds: 0 } }, 'autoAnswer.seconds: give whole seconds from 1 to 60'],
  ['a privilege that there is not', { privileges: { decline: false } }, 'privileges.decline: '],
  ['a privilege that is a word', { privileges: { reject: 'no' } }, 'privileges.reject: give true or false'],
  ['a language without its help words', { consentWords: { de: { optOut: ['STOPP'], optIn: [] } } }, 'consentWords'],
  ['a word of two lines', { consentWords: { de: { optOut: ['STOPP\nBITTE'], optIn: [], help: [] } } }, 'consentWords'],
  [
    'reasons for rejecting with one id twice',
    {
      declining: {
        reasons: [
          { id: 'busy', label: 'Busy' },
          { id: 'busy', label: 'Very busy' },
        ],
      },
    },
    'declining.reasons: give each reason an id of its own',
  ],
  [
    'a reason with a longer id than commands take',
    { declining: { reasons: [{ id: 'x'.repeat(61), label: 'Busy' }] } },
    'declining.reasons.0.id: give each reason an id of its own, of 1 to 60 characters',
  ],
  [
    'reasons that are no list',
    { declining: { reasons: 'busy' } },
    'declining.reasons: give a list of reasons { id, label }',
  ],
  ['a list of actions', { actions: [] }, 'actions: give actions by place, target or conversation'],
  [
    'actions in another place',
    { actions: { menu: [] } },
    'actions.menu: give actions by place, target or conversation',
  ],
  ['an action without dot', { actions: { target: [{ ...call, id: 'call' }] } }, 'actions.target.0.id: give two words'],
  [
    'an action without a name',
    { actions: { target: [{ ...call, label: {} }] } },
    'actions.target.0.label: give a text, or one for each language',
  ],
  [
    'an action that does nothing',
    { actions: { conversation: [{ id: 'crm.call', label: 'Call' }] } },
    'actions.conversation.0.perform: is missing: give actions by place',
  ],
  [
    'an action for planets',
    { actions: { target: [{ ...call, targetKinds: ['planet'] }] } },
    'actions.target.0.targetKinds.0: give a list of agent, agentGroup, skill, queue, routingPoint',
  ],
  [
    'an action on kinds of conversations',
    { actions: { conversation: [{ ...call, targetKinds: ['agent'] }] } },
    'actions.conversation.0.targetKinds: give actions on conversations { id, label, enabled, perform }',
  ],
  [
    'two actions of one name',
    { actions: { target: [call], conversation: [call] } },
    'actions: give each action an id of its own',
  ],
  ['overrides from everywhere', { overrides: true }, 'overrides: give { allowedOrigins: ["http://localhost:4420"] }'],
  ['overrides without a list', { overrides: {} }, 'overrides.allowedOrigins: is missing: give { allowedOrigins'],
  [
    'overrides from an address',
    { overrides: { allowedOrigins: ['http://localhost:4420/'] } },
    'overrides.allowedOrigins.0: is no origin: give scheme, host and port',
  ],
  ['overrides from any origin', { overrides: { allowedOrigins: ['*'] } }, 'overrides.allowedOrigins.0: is no origin'],
  [
    'keys of a command that there is not',
    { shortcuts: { 'team.opn': 'F7' } },
    'shortcuts.team.opn: there is no such command. There are region.next',
  ],
  [
    'keys in the words of another library',
    { shortcuts: { 'team.open': 'Ctrl+K' } },
    'shortcuts.team.open: give keys like "Control+K"',
  ],
  [
    'keys that agents type',
    { shortcuts: { 'team.open': 'Shift+K' } },
    'shortcuts.team.open: give keys like "Control+K"',
  ],
  ['a preference of another kind', { preferences: { sounds: 'on' } }, 'preferences.sounds: give boolean'],
  ['a preference out of its range', { preferences: { volume: 2 } }, 'preferences.volume: give <=1'],
  [
    'a preference that is none of a few',
    { preferences: { sendWith: 'tab' } },
    'preferences.sendWith: give ("enter" | "ctrlEnter")',
  ],
  [
    'a key that would be a trap',
    { shortcuts: { 'team.open': 'Tab' } },
    'shortcuts.team.open: give keys like "Control+K"',
  ],
  [
    'a key that no keyboard has',
    { shortcuts: { 'team.open': 'F99' } },
    'shortcuts.team.open: give keys like "Control+K"',
  ],
  [
    'keys that another command has',
    { shortcuts: { 'team.open': 'Alt+Shift+T' } },
    'shortcuts: "Alt+Shift+T" would be the keys of team.open and of transfer.start: give each command keys of its own',
  ],
  [
    'a fetch that is no function',
    { backend: { ...good.backend, fetch: 5 } },
    'backend.fetch: give a function like fetch',
  ],
  ['a map of modules', { modules: new Map() }, 'modules: give the address of each module'],
  [
    'a preference that there is not',
    { preferences: { colour: 'red' } },
    'preferences.colour: give settings by name: theme, density',
  ],
  [
    'an adapter that there is not',
    { adapters: { notify() {} } },
    'adapters.notify: give adapters by name: announcer, sound',
  ],
  [
    'half an adapter',
    { adapters: { storage: { get() {}, set() {} } } },
    'adapters.storage: give an adapter with the methods get, set, remove, keys, watch',
  ],
  ['a hook that is no function', { onError: true }, 'onError: give a function'],
  ['a misspelt option', { them: 'dark' }, 'them: there is no such option. There are agent, backend'],
])('%s is refused with a cure', (_, part, problem) => {
  expect(problemsOf({ ...good, ...part })).toEqual([expect.stringContaining(problem)]);
});

test('every problem is told at once', () => {
  expect(problemsOf({ ...good, dir: 'up', density: 'tiny' })).toHaveLength(2);
});
