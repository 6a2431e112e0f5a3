import {
  findScenario,
  findState,
  maxDirectorySize,
  maxPresenceTraffic,
  moduleNames,
  streamModes,
} from '@baton/mocks/browser';
import { messageOf } from '@baton/runtime';
import * as v from 'valibot';
import { translations } from '../messages';
import { problemOf, productKeys } from '../route';
import * as values from './address-values';

const dayMs = 86_400_000;

/** What each key may be: those that every shell reads, then those that only the mocked shell reads. */
const entries = {
  ...productKeys,
  locale: v.pipe(productKeys.locale, v.check(hasTexts, textsWanted)),
  scenario: idFor(findScenario),
  at: idFor(findState),
  seed: values.whole(0, 2 ** 32 - 1),
  play: values.happened,
  until: values.whole(0, dayMs),
  latency: values.latency,
  fail: values.failures,
  stream: v.picklist(streamModes),
  missing: v.picklist(moduleNames),
  auto: values.whole(0, 60),
  lock: values.whole(0, 60),
  skew: values.whole(-dayMs, dayMs),
  colleague: values.colleagues,
  directory: values.whole(0, maxDirectorySize),
  presence: values.whole(0, maxPresenceTraffic),
  text: values.whole(50, 400),
  motion: v.picklist(['reduced']),
  forced: v.picklist(['active']),
  width: values.whole(240, 3840),
  panel: productKeys.ready,
  inspect: productKeys.ready,
};

const Query = v.partial(v.strictObject(entries));
type Query = v.InferOutput<typeof Query>;
type KeyName = keyof typeof entries;

/** A key of the address: a row of the table in shell/README.md. */
interface Key<T> {
  /** What it does. */
  about: string;
  /** What it may be, in Markdown. */
  values: string;
  /** Writes it so that it is read as the same. Default: as text. */
  write?(value: T): string;
  /** What its absence means, where that is a value too. */
  usual?: T;
}

const writeFlag = (value: boolean) => (value ? '1' : '0');

/** All keys, in the order in which addresses have them. */
export const keys: { readonly [K in KeyName]: Key<NonNullable<Query[K]>> } = {
  scenario: { about: 'Plays a scenario from its beginning', values: 'an id; `/` lists them', usual: 'default' },
  at: { about: 'Shows a state, with the clock stopped', values: 'an id; `/` lists them' },
  agent: { about: 'Whose desktop is shown; without it the page of links', values: 'an id, such as `ana`' },
  left: { about: 'The agent on the left of `/two-desktops`', values: 'an id', usual: 'ana' },
  right: { about: 'The agent on the right of `/two-desktops`', values: 'an id', usual: 'bianca' },
  ready: { about: 'Whether the agent signs in Ready', values: '`0`, `1`', usual: true, write: writeFlag },
  locale: {
    about: 'The language; with the mock also `en-XA` (long) and `en-XB` (right to left), for testing',
    values: 'a BCP 47 tag, such as `de`',
    usual: 'en-GB',
  },
  dir: { about: 'The direction, whatever the language', values: '`ltr`, `rtl`' },
  theme: {
    about: 'The theme, before the one that the agent has chosen',
    values: '`auto`, `light`, `dark`, `contrast-light`, `contrast-dark`',
  },
  density: {
    about: 'The spacing of rows and texts, before the one that the agent has chosen',
    values: '`comfortable`, `compact`',
  },
  text: {
    about: "How large the browser's text is, in per cent of the usual size",
    values: '`50` to `400`',
    usual: 100,
  },
  motion: { about: 'Shows what people see who ask their system for less motion', values: '`reduced`' },
  forced: { about: 'Shows nearly what people see whose system chooses the colours', values: '`active`' },
  width: { about: 'Shows each desktop in a frame of this width, in px', values: '`240` to `3840`' },
  seed: { about: 'Chance, of the network and of a generated directory', values: 'a whole number' },
  latency: {
    about: 'How long each request takes, in milliseconds',
    values: '`400`, or between two: `100-800`',
    write: values.writeLatency,
  },
  fail: {
    about:
      'Requests that fail: with `error`, `hang` without an answer, or `lost` with the connection; perhaps each n-th',
    values: '`startTransfer:error,searchTargets:hang:3`',
    write: values.writeFailures,
  },
  stream: { about: 'How events arrive', values: '`live`, `muted`, `buffered`, `reordered`' },
  missing: {
    about: 'A module whose code does not come',
    values: moduleNames.map((name) => `\`${name}\``).join(', '),
  },
  auto: { about: 'Accepts invitations for the agents after so many seconds, or at once', values: '`1` to `60`, `0`' },
  lock: {
    about: 'Locks the desktop after so many minutes without input, or from the start',
    values: '`1` to `60`, `0`',
  },
  skew: { about: "How far the page's clock is ahead, in milliseconds", values: '`5000`; behind: `-5000`' },
  colleague: {
    about:
      'How colleagues answer invitations: `accept`, `decline`, `ignore` or `extend`, perhaps with a reason, after some time',
    values: '`bianca:decline:busy:5s,chen:accept:500ms`',
    write: values.writeColleagues,
  },
  directory: { about: 'How many targets the directory has', values: `up to \`${maxDirectorySize}\`` },
  presence: { about: 'How many presences change in a second', values: `up to \`${maxPresenceTraffic}\`` },
  play: {
    about: 'What happens besides the script: *Copy link* of the panel writes it',
    values: 'JSON: `[[<ms after the start>, <action>], …]`',
    write: (happened) => JSON.stringify(happened),
  },
  until: { about: 'Where the clock stops, in milliseconds after the start', values: 'a whole number' },
  panel: { about: 'Opens the scenario panel, or leaves it out', values: '`1`, `0`', write: writeFlag },
  inspect: { about: 'Whether the inspector is open', values: '`0`, `1`', write: writeFlag },
};

const isKeyName = (name: string): name is KeyName => Object.hasOwn(keys, name);
const keyNames = Object.keys(keys).filter(isKeyName);

/** The path of the page with two desktops. */
const twoDesktops = '/two-desktops';

/** Everything that an address of the mocked shell can say. What is not given is as usual. */
export type MockedSettings = Omit<Query, 'scenario' | 'at' | 'agent' | 'left' | 'right'> & {
  /** What is played: a scenario from its beginning, or a state. */
  base: { scenario: string } | { state: string };
  /** What is shown: an agent's desktop, two desktops, or without an agent the page of links. */
  page: { agent?: string } | { left: string; right: string };
};

/** What an address says, or everything that is wrong with it, in English. */
export type ReadAddress = { ok: true; settings: MockedSettings } | { ok: false; problems: readonly string[] };

/** Reads an address of the mocked shell. Nothing in it is ignored: what has no meaning is a problem. */
export function readAddress(url: URL): ReadAddress {
  const query = v.safeParse(Query, Object.fromEntries(url.searchParams));
  const problems = [
    ...unknown(url),
    ...repeated(url),
    ...contradictions(url),
    ...(query.issues ?? []).filter((issue) => !isUnknownKey(issue)).map(inPlainWords),
  ];
  if (!query.success || problems.length > 0) return { ok: false, problems };
  const { scenario = 'default', at, agent, left = 'ana', right = 'bianca', ...rest } = query.output;
  return {
    ok: true,
    settings: {
      ...rest,
      base: at === undefined ? { scenario } : { state: at },
      page: url.pathname === twoDesktops ? { left, right } : { ...(agent !== undefined && { agent }) },
    },
  };
}

/** The address that says the same: a path, and the keys that differ from what is usual, in the order of the table. */
export function addressOf({ base, page, ...rest }: MockedSettings): string {
  const query: Query = { ...rest, ...page, ...('state' in base ? { at: base.state } : base) };
  const said = keyNames.flatMap((name) => {
    const text = written(name, query[name]);
    return text === undefined ? [] : `${name}=${encode(text)}`;
  });
  return ('left' in page ? twoDesktops : '/') + (said.length === 0 ? '' : `?${said.join('&')}`);
}

function written<K extends KeyName>(name: K, value: Query[K]): string | undefined {
  const { usual, write = String }: Key<NonNullable<Query[K]>> = keys[name];
  const used = value ?? usual;
  return used === undefined || used === usual ? undefined : write(used);
}

/** Leaves what separates the parts of a value as it is: people read these addresses. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',');
}

function unknown(url: URL): string[] {
  const names = [...new Set(url.searchParams.keys())].filter((name) => !isKeyName(name));
  return names.map((name) => `${name}: there is no such key. Choose from: ${keyNames.join(', ')}.`);
}

/** What is wrong with a key; of a few words to choose from, which ones. */
function inPlainWords(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'picklist') return problemOf(issue);
  const choices = issue.expected?.replaceAll(/[()"]/g, '').replaceAll(' | ', ', ');
  return `${v.getDotPath(issue) ?? 'address'}: ${issue.received} is not among ${choices}.`;
}

/** Told by `unknown`, in other words. */
const isUnknownKey = ({ type, path }: v.BaseIssue<unknown>) => type === 'strict_object' && path?.length === 1;

function repeated(url: URL): string[] {
  const names = new Set(url.searchParams.keys());
  return [...names].filter((name) => url.searchParams.getAll(name).length > 1).map((name) => `${name}: give it once.`);
}

function contradictions(url: URL): string[] {
  const { searchParams: given, pathname } = url;
  const both = given.has('at') && given.has('scenario');
  const elsewhere = pathname === twoDesktops ? ['agent'] : ['left', 'right'];
  return [
    ...(both
      ? [`at: "${given.get('at')}" has a scenario of its own. Leave out scenario=${given.get('scenario')}.`]
      : []),
    ...elsewhere
      .filter((name) => given.has(name))
      .map((name) =>
        name === 'agent'
          ? `agent: two desktops have two agents. Give left and right.`
          : `${name}: belongs to ${twoDesktops}. Give agent.`,
      ),
  ];
}

/** Whether the page can be shown in a language: in others it would be in English. */
function hasTexts(tag: string): boolean {
  const { language } = new Intl.Locale(tag);
  return ['en', ...Object.keys(translations)].some((known) => new Intl.Locale(known).language === language);
}

function textsWanted(): string {
  return `there are no texts in this language. Choose from: en, ${Object.keys(translations).join(', ')}.`;
}

/** The id of something that there is; what is wrong with another says the one who looks for it. */
function idFor(find: (id: string) => unknown) {
  return v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      try {
        find(dataset.value);
      } catch (cause) {
        addIssue({ message: messageOf(cause) });
      }
    }),
  );
}
