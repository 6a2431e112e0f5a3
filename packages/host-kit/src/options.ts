import * as v from 'valibot';
import { shortcuts } from '@baton/ui/shortcuts';
import {
  Lock,
  Preferences,
  agentSettings,
  densities,
  platforms,
  privileges,
  reads,
  themeNames,
  timeToAnswerFactors,
} from '@baton/contracts';
import type {
  AgentRef,
  AutoAnswer,
  BackendFactory,
  Clock,
  ConsentWordsByLanguage,
  Declining,
  Density,
  Features,
  HostActions,
  HostAdapters,
  OptionalFields,
  Platform,
  Privileges,
  Random,
  RoutingBackend,
  ShortcutOverrides,
  Snapshot,
  CaseFields,
  MessagePrices,
  TextTemplate,
  ThemeName,
  Timing,
} from '@baton/contracts';
import { ActionOptions, DecliningOptions, actions } from './action-options';
import { AutoAnswerOptions } from './auto-answer-options';
import { ConsentWordOptions } from './consent-options';
import type { ActionLabel } from './host-actions';
import type { CodeSource } from './modules/code-source';
import type { ModuleAddress } from './modules/federation';
import type { FailedModule, LifecycleEvent } from './modules/outlet';
import type { SharedLibraries } from './modules/shared-libraries';
import { callable, isRecord, optional, record, text } from './option-schemas';
import { clashIn, isBinding } from './shortcut-options';
import { CaseDataOptions } from './case-data-options';
import { PriceOptions } from './price-options';
import { TemplateOptions } from './template-options';

/** How to reach a routing backend that speaks Baton's own wire. */
export interface HttpBackendOptions {
  /** Where `/v1/…` is, for example "/" or "https://routing.example/"; ends with a slash. */
  baseUrl: string;
  /** Returns the agent's token. Called again once with the refused token after a 401. A rejection counts as an outage and the call is repeated; after a 401 it ends the session. The token is never stored. */
  getToken(refused?: string): Promise<string>;
  /** Replaces the page's fetch. */
  fetch?: typeof fetch | undefined;
  /**
   * Whether the agent's windows in one browser profile share one event stream, so that any number of them works over
   * HTTP/1.1 too. Default true; never with a `fetch` of the host, which only the window that gave it can use.
   */
  shareStream?: boolean | undefined;
  /** From the `backend` that `openSession` returns when it has signed the agent in. */
  takeFirstSnapshot?: (() => Snapshot | undefined) | undefined;
}

/** The options of `createBaton`. All are optional except agent, backend and modules. */
export interface BatonOptions {
  /** The signed-in agent, as the routing backend knows them. Data on this device is stored by `id`. */
  agent: AgentRef;
  /** Baton's own wire, an adapter to another product, or a function that makes one. */
  backend: HttpBackendOptions | RoutingBackend | BackendFactory;
  /** Where each module's `baton-module.json` is, by module name. Modules load from nowhere else. */
  modules: Readonly<Record<string, string | ModuleAddress>>;
  /** Whether to sign in ready for SMS; counts only when the agent is signed out. Default true. */
  ready?: boolean | undefined;
  /** BCP 47. Texts are in the nearest language that Baton has, else in English; numbers and times follow the locale. Default "en-GB". */
  locale?: string | undefined;
  /** IANA. Default: the device's. */
  timeZone?: string | undefined;
  /** Default: the direction of the locale's script. */
  dir?: 'ltr' | 'rtl' | undefined;
  /** The host's own texts by message id, a few or a whole language: ICU strings. */
  messages?: Readonly<Record<string, string>> | undefined;
  /** Theme at the start of each visit. The agent's choice replaces it until the page is loaded again. Without this option, their choice is kept. */
  theme?: ThemeName | undefined;
  /** Density at the start of each visit, in the same way. */
  density?: Density | undefined;
  /** Further settings at the start of each visit, in the same way. */
  preferences?: OptionalFields<Preferences> | undefined;
  /** Key bindings by command id; `null` switches one off. */
  shortcuts?: ShortcutOverrides | undefined;
  /** The agent's keyboard. Default: by the system, as the browser reports it. */
  platform?: Platform | undefined;
  /** The agent's time to answer: `extendable` (*Give me more time*), `choices`, `realTimeException`; `waitingSeconds`, after which customers have waited long. */
  timing?: OptionalFields<Timing> | undefined;
  /** How agents reject: `undo`, for three seconds (default true), `reasons` to choose from, by id and label, and `freeText`, a reason of their own. */
  declining?: Declining<ActionLabel> | undefined;
  /** Accepts invitations for the agent, while they are ready and have room for them: `{ preview: true, seconds: 5 }` shows the Interaction Preview that long, which says when it is accepted; `{ preview: false }` accepts at once. One of the agent's windows does so. Default: agents accept. */
  autoAnswer?: AutoAnswer | undefined;
  /** Locks the desktop while the agent is away, in all of their windows: `{ afterMinutes: 10 }`. Customers' names, numbers and texts are hidden and nothing can be answered, until the agent unlocks it by a press; with `byHost: true` only the host does, by the bus's `lock.set`, which also locks at any time. Default: it is locked by `lock.set` only. */
  lock?: Lock | undefined;
  /** Settings that agents may not change: `{ theme: false }`. */
  features?: Features | undefined;
  /** What the agent's role allows: `accept`, `reject`, `transfer`. Default: all. What is not allowed has no button and no keys, or a button that says why. Where the backend withholds one as well, either is enough. */
  privileges?: Privileges | undefined;
  /** Actions of your own: items in Team Communicator's Action Menu, buttons in the header of the SMS window. */
  actions?: HostActions<ActionLabel> | undefined;
  /** Texts that agents can begin with: they press "/" in an empty composer, or its button. */
  templates?: readonly TextTemplate[] | undefined;
  /** What agents see of the case data that conversations carry: `details` and `preview`, each a list of fields with key, label, format, words and link. */
  caseData?: CaseFields | undefined;
  /** What text messages cost, shown beside their count while agents write: `currency` by ISO 4217, and `perMessage` in its minor unit by how numbers begin, of which the longest counts. Default: no prices. */
  prices?: MessagePrices | undefined;
  /** Shows payment card numbers in conversations, notes and case data as their last four digits only. Default false: the whole number. */
  maskCardNumbers?: boolean | undefined;
  /** Words by which customers opt out, opt in and ask for help, each as a whole message: `true` for the usual ones in English and French, or by language, where a language that you name replaces its usual words. Counts where the backend does not say who has opted out. Default false: such messages are messages like any other. */
  consentWords?: boolean | ConsentWordsByLanguage | undefined;
  /** Replaces the services that modules use of the page. */
  adapters?: OptionalFields<HostAdapters> | undefined;
  /** Hashes ids for telemetry, always in the same way. Without it telemetry contains no ids. */
  hashId?: ((id: string) => string) | undefined;
  /** For pages whose Content-Security-Policy allows scripts by nonce. */
  nonce?: string | undefined;
  /** How long no code may arrive while a module loads, in milliseconds; after that the failure card is shown. Default 5000. Set it higher for slow networks. */
  loadPatienceMs?: number | undefined;
  /**
   * Libraries that the page shares with modules; a module uses those in its range. The page's React is shared by
   * `shareReact()` of `@baton/host-kit/share-react`; without it modules use the React of this package.
   */
  shared?: SharedLibraries | undefined;
  clock?: Clock | undefined;
  random?: Random | undefined;
  /** Replaces module federation, for tests and for modules that are part of the page. */
  code?: CodeSource | undefined;
  /** Lets developers use their own build of a module in this page, in their browser only, from these origins. Without it no override is read. */
  overrides?: { allowedOrigins: readonly string[] } | undefined;
  /** Called when a module fails, before the card is shown. */
  onError?: ((error: unknown, about: FailedModule) => void) | undefined;
  /** Called when a module loads, mounts, fails or unmounts. */
  onLifecycle?: ((event: LifecycleEvent) => void) | undefined;
}

/** Thrown for options that cannot be used. The message names each one, and what to do about it. */
export class BatonOptionsError extends TypeError {
  override readonly name = 'BatonOptionsError';
  constructor(readonly problems: readonly string[]) {
    super(`createBaton cannot use these options:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

/**
 * Checks what a host passed: hosts are not always written in TypeScript.
 * @throws {BatonOptionsError} naming every problem with its cure
 */
export function checkOptions(options: BatonOptions): BatonOptions {
  const found = v.safeParse(Options, options);
  if (found.success) return options;
  throw new BatonOptionsError(found.issues.map((issue) => `${v.getDotPath(issue) ?? 'options'}: ${cureOf(issue)}`));
}

const agent = 'give the signed-in agent: { id, name }, both non-empty strings';
const backend = 'give { baseUrl, getToken }, a RoutingBackend of your own, or a function that makes one';
const modules =
  'give the address of each module\'s baton-module.json by name: { "sms-window": "https://…/sms-window/baton-module.json" }';
const setByBackend = 'is no option of hosts: deadlines are set, and kept, in the routing backend';
const overrides = 'give { allowedOrigins: ["http://localhost:4420"] }, or leave it out so that there are none';
const shared = 'give libraries by name: { version, get }';
const clock = 'give a Clock: { now(), setTimeout(callback, ms) }';
const random = 'give a Random: { next(), id() }';
const code = 'give a CodeSource: { load(module, tell) }';
const messages = 'give ICU strings by message id: { "sms.send": "Text" }';
const choices = `give a list of ${timeToAnswerFactors.join(', ')}`;
const waiting = 'give seconds: { warning: 120, danger: 300 }';
const commands = shortcuts.map(({ id }) => id);
const keys =
  'give keys like "Control+K", "Alt+Shift+F" or "F7", null for none: modifiers are Alt, Control, Meta and Shift, and what agents type or move with needs one besides Shift, or they would give the command by it';

const ModulePlace = v.union(
  [text(modules), v.object({ url: text(modules), manifest: v.optional(v.unknown()) })],
  modules,
);
const HttpBackend = v.looseObject({
  baseUrl: v.pipe(
    text('give where /v1/… is, for example "https://routing.example/"'),
    v.endsWith('/', 'end it with a slash: "https://routing.example/"'),
  ),
  getToken: callable("give a function that returns a promise of the agent's token"),
  fetch: optional(callable('give a function like fetch, or leave it out')),
  shareStream: optional(v.boolean('give true or false')),
  takeFirstSnapshot: optional(callable('give what openSession gave, or leave it out')),
});
const ofPort = callable(backend);
/** Methods without which an object is no RoutingBackend. */
export const portMethods: readonly string[] = ['send', 'follow', ...Object.keys(reads)];
const OwnBackend = v.looseObject({
  ...Object.fromEntries(portMethods.map((method) => [method, ofPort])),
  close: optional(callable('give a function that ends what the backend holds open, or leave it out')),
});

/** An adapter with these methods, or `undefined`. */
function adapter(...methods: readonly string[]) {
  const cure = `give an adapter with the ${methods.length === 1 ? 'method' : 'methods'} ${methods.join(', ')}`;
  return optional(
    v.custom((found) => isRecord(found) && methods.every((method) => typeof found[method] === 'function'), cure),
  );
}
const adapters = {
  announcer: adapter('announce'),
  sound: adapter('play', 'unlocked'),
  desktopNotification: adapter('permission', 'requestPermission', 'show'),
  title: adapter('set'),
  telemetry: adapter('emit'),
  storage: adapter('get', 'set', 'remove', 'keys', 'watch'),
  navigate: optional(callable('give a function that opens a URL')),
} satisfies Record<keyof HostAdapters, v.GenericSchema>;

const Options = v.strictObject(
  {
    agent: v.looseObject({ id: text(agent), name: text(agent) }, agent),
    backend: v.lazy((found) => {
      if (typeof found === 'function') return v.unknown();
      return isRecord(found) && 'send' in found ? OwnBackend : v.pipe(v.looseObject({}, backend), HttpBackend);
    }),
    modules: record(ModulePlace, modules),
    ready: optional(v.boolean('give true or false')),
    locale: optional(
      v.pipe(
        text('give a BCP 47 tag, for example "en-GB"'),
        v.check(isLocale, 'is no BCP 47 tag: give one like "en-GB" or "de"'),
      ),
    ),
    timeZone: optional(
      v.pipe(
        text('give an IANA name, for example "Europe/London"'),
        v.check(isTimeZone, 'is no IANA time zone: give one like "Europe/London"'),
      ),
    ),
    dir: optional(v.picklist(['ltr', 'rtl'], 'give "ltr" or "rtl"')),
    messages: optional(record(v.string(messages), messages)),
    theme: optional(v.picklist(themeNames, `give one of ${themeNames.join(', ')}`)),
    density: optional(v.picklist(densities, `give one of ${densities.join(', ')}`)),
    preferences: optional(
      v.partial(
        v.strictObject(Preferences.entries, `give settings by name: ${Object.keys(Preferences.entries).join(', ')}`),
      ),
    ),
    shortcuts: optional(
      v.pipe(
        v.record(
          v.picklist(commands, `there is no such command. There are ${commands.join(', ')}`),
          v.nullable(v.pipe(v.string(keys), v.check(isBinding, keys))),
          'give key bindings by command id, null for none: { "team.open": "Alt+Shift+F" }',
        ),
        v.check(
          (given) => clashIn(given) === undefined,
          ({ input }) => `${clashIn(input)}: give each command keys of its own, or null`,
        ),
      ),
    ),
    platform: optional(v.picklist(platforms, `give one of ${platforms.join(', ')}`)),
    timing: optional(
      v.strictObject(
        {
          extendable: optional(v.boolean('give true or false')),
          realTimeException: optional(v.boolean('give true or false')),
          invitationSeconds: optional(v.never(setByBackend)),
          maxExtensions: optional(v.never(setByBackend)),
          waitingSeconds: optional(v.strictObject({ warning: v.number(waiting), danger: v.number(waiting) }, waiting)),
          choices: optional(v.array(v.picklist(timeToAnswerFactors, choices), choices)),
        },
        'give an object, for example { extendable: true, choices: [1, 2, 5, 10, 0] }',
      ),
    ),
    declining: optional(DecliningOptions),
    autoAnswer: optional(AutoAnswerOptions),
    lock: optional(v.strictObject(Lock.entries, 'give { afterMinutes: 10 }, with byHost: true where only you unlock')),
    features: optional(
      v.partial(
        v.strictObject(
          Object.fromEntries(agentSettings.map((setting) => [setting, v.boolean('give true or false')])),
          `give switches for ${agentSettings.join(', ')}`,
        ),
      ),
    ),
    privileges: optional(
      v.partial(
        v.strictObject(
          v.entriesFromList(privileges, v.boolean('give true or false')),
          `give what the role allows: ${privileges.join(', ')}`,
        ),
      ),
    ),
    actions: optional(ActionOptions),
    templates: optional(TemplateOptions),
    caseData: optional(CaseDataOptions),
    prices: optional(PriceOptions),
    maskCardNumbers: optional(v.boolean('give true or false')),
    consentWords: optional(ConsentWordOptions),
    adapters: optional(v.strictObject(adapters, `give adapters by name: ${Object.keys(adapters).join(', ')}`)),
    hashId: optional(callable('give a function that makes a string of a string')),
    loadPatienceMs: optional(v.pipe(v.number('give milliseconds'), v.minValue(1, 'give milliseconds'))),
    nonce: optional(text("give the nonce of the page's Content-Security-Policy")),
    shared: optional(record(v.object({ version: v.string(shared), get: callable(shared) }, shared), shared)),
    clock: optional(v.looseObject({ now: callable(clock), setTimeout: callable(clock) }, clock)),
    random: optional(v.looseObject({ id: callable(random), next: callable(random) }, random)),
    code: optional(v.looseObject({ load: callable(code) }, code)),
    overrides: optional(
      v.strictObject(
        {
          allowedOrigins: v.array(
            v.pipe(
              v.string(overrides),
              v.check(
                isOrigin,
                'is no origin: give scheme, host and port without a path, like "http://localhost:4420"',
              ),
            ),
            overrides,
          ),
        },
        overrides,
      ),
    ),
    onError: optional(callable('give a function')),
    onLifecycle: optional(callable('give a function')),
  },
  'give an object of options',
);

function cureOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never' && issue.path?.length === 1) {
    return `there is no such option. There are ${Object.keys(Options.entries).join(', ')}`;
  }
  // A missing key is reported by the schema of its object, without a cure. The cure of the whole option says what belongs in it.
  if (issue.received === 'undefined')
    return `is missing: ${curesOfMissing[String(issue.path?.[0]?.key)] ?? issue.message}`;
  // The schema of preferences is that of contracts, and has no cures.
  return issue.message.startsWith('Invalid ') ? `give ${issue.expected ?? 'another value'}` : issue.message;
}

const curesOfMissing: Readonly<Record<string, string>> = {
  agent,
  actions,
  backend,
  modules,
  shared,
  clock,
  random,
  code,
  overrides,
};

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isLocale(tag: string): boolean {
  return succeeds(() => Intl.getCanonicalLocales(tag));
}

function isTimeZone(name: string): boolean {
  return succeeds(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
