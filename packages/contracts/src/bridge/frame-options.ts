import * as v from 'valibot';
import { AgentRef } from '../domain/agent';
import { ConsentWord, consentActs } from '../domain/consent';
import { maxDeclineReasonLength } from '../domain/invitation';
import { Privileges } from '../domain/privileges';
import { TimeToAnswer } from '../domain/time-to-answer';
import { KnownTargetKind } from '../domain/target';
import { AutoAnswer } from '../host/auto-answer';
import { HostActionId } from '../host/host-actions';
import { agentSettings } from '../host/host-context';
import { Lock } from '../host/lock';
import { Preferences, densities, themeNames } from '../host/preferences';
import { CaseFields } from '../host/case-field';
import { MessagePrices } from '../host/message-prices';
import { TextTemplate } from '../host/text-template';

const words = v.pipe(v.string(), v.maxLength(2000));
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000));

/** The frame's height follows its content between these bounds, in CSS pixels. */
export const HeightBounds = v.object({ min: pixels, max: pixels });
export type HeightBounds = v.InferOutput<typeof HeightBounds>;

/** A text, or one for each language by BCP 47 tag. */
const FrameLabel = v.union([words, v.record(v.string(), words)]);

const DeclineReasonId = v.pipe(v.string(), v.minLength(1), v.maxLength(maxDeclineReasonLength));

/** An action of the host. The frame says by `action.chosen` that it was chosen; the page performs it. */
const FrameAction = v.object({ id: HostActionId, label: FrameLabel });

/** The options of host-kit's `createBaton` that can be sent to the frame, under the same names. */
export const FrameOptions = v.object({
  agent: AgentRef,
  /** Whether to sign in ready for SMS; counts only when the agent is signed out. Default true. */
  ready: v.optional(v.boolean()),
  /**
   * Where the routing backend is, if not at the frame's own origin; the frame's deployment must list it. And whether the
   * agent's frames in one browser profile share one event stream. Default true.
   */
  backend: v.optional(
    v.object({
      baseUrl: v.pipe(v.string(), v.endsWith('/'), v.maxLength(2000)),
      shareStream: v.optional(v.boolean()),
    }),
  ),
  /** BCP 47. Default "en-GB". */
  locale: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/))),
  /** IANA. Default: the device's. */
  timeZone: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9/_+-]{1,64}$/))),
  dir: v.optional(v.picklist(['ltr', 'rtl'])),
  /** The host's own words by message id: ICU strings. */
  messages: v.optional(v.record(v.string(), words)),
  theme: v.optional(v.picklist(themeNames)),
  density: v.optional(v.picklist(densities)),
  /** The other preferences. Like theme and density they override those of an earlier visit. */
  preferences: v.optional(v.partial(Preferences)),
  /** Key bindings by command id; `null` switches one off. */
  shortcuts: v.optional(v.record(v.string(), v.nullable(v.pipe(v.string(), v.maxLength(60))))),
  timing: v.optional(
    v.partial(
      v.object({
        extendable: v.boolean(),
        choices: v.array(TimeToAnswer),
        realTimeException: v.boolean(),
        waitingSeconds: v.object({ warning: v.number(), danger: v.number() }),
      }),
    ),
  ),
  /** How agents reject. */
  declining: v.optional(
    v.object({
      undo: v.optional(v.boolean()),
      reasons: v.optional(v.array(v.object({ id: DeclineReasonId, label: FrameLabel }))),
      freeText: v.optional(v.boolean()),
    }),
  ),
  /** Accepts invitations for the agent, while they are ready and have room. Default: they accept them. */
  autoAnswer: v.optional(AutoAnswer),
  /** Locks the desktop while the agent is away. Default: only `lock.set` locks it. */
  lock: v.optional(Lock),
  /** Settings that agents may not change: `{ theme: false }`. */
  features: v.optional(v.partial(v.object(v.entriesFromList(agentSettings, v.boolean())))),
  /** What the agent's role allows. Default: everything. */
  privileges: v.optional(Privileges),
  /** Actions of the host, without their functions. */
  actions: v.optional(
    v.object({
      target: v.optional(
        v.array(v.object({ ...FrameAction.entries, targetKinds: v.optional(v.array(KnownTargetKind)) })),
      ),
      conversation: v.optional(v.array(FrameAction)),
    }),
  ),
  /** Texts that agents can begin with. */
  templates: v.optional(v.pipe(v.array(TextTemplate), v.maxLength(500))),
  /** What agents see of the case data that conversations carry. */
  caseData: v.optional(CaseFields),
  /** What text messages cost. */
  prices: v.optional(MessagePrices),
  /** Shows payment card numbers as their last four digits only. */
  maskCardNumbers: v.optional(v.boolean()),
  /** Words by which customers opt out, opt in and ask for help, by language; `true`: the usual ones. */
  consentWords: v.optional(
    v.union([
      v.boolean(),
      v.record(v.string(), v.object(v.entriesFromList(consentActs, v.pipe(v.array(ConsentWord), v.maxLength(100))))),
    ]),
  ),
  /** Theme tokens by name. A new map replaces the old one. */
  tokens: v.optional(
    v.record(v.pipe(v.string(), v.regex(/^--baton-[a-z0-9-]+$/)), v.pipe(v.string(), v.maxLength(200))),
  ),
  /** `false`: the frame keeps the height that the host gives it. */
  autoHeight: v.optional(v.union([v.literal(false), HeightBounds])),
});
export type FrameOptions = v.InferOutput<typeof FrameOptions>;
