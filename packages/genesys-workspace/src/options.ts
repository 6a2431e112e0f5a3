import * as v from 'valibot';

const text = (cure: string) => v.pipe(v.string(cure), v.minLength(1, cure));
const isFunction = (value: unknown) => typeof value === 'function';

const getToken = v.custom<(refused?: string) => Promise<string>>(
  isFunction,
  'Give a function that resolves to the agent’s access token.',
);

const TokenSignIn = v.strictObject({
  /**
   * Returns the agent's access token. Called again once, with `refused` set to the old one, when Workspace answers 401.
   */
  getToken,
});

const CodeSignIn = v.strictObject({
  /** `code` of the address to which Workspace has sent the agent back. */
  code: text('Give the "code" of the address to which Workspace has sent the agent back.'),
  /** The address that was given to `signInAddress`. */
  redirectUri: text('Give the redirectUri that was given to signInAddress.'),
  /** `state` of the same address, if it has one. */
  state: v.optional(v.string()),
});

const place = 'Give { placeName } or { dn }, or leave it out for the agent’s default place.';
const keys = <K extends string>(defaults: Record<K, string>) => {
  return v.pipe(
    v.record(v.string(), v.string('Give the key of the user data as text.')),
    v.check(
      (given) => Object.keys(given).every((key) => key in defaults),
      `Known are: ${Object.keys(defaults).join(', ')}.`,
    ),
    v.transform((given): Record<K, string> => ({ ...defaults, ...given })),
  );
};

/** What of a conversation's user data is the customer. */
const contactDefaults = { id: 'ContactId', firstName: 'FirstName', lastName: 'LastName', phone: 'PhoneNumber' };
/** Where a hand-over leaves its sender and their note for the colleague. */
const handoverDefaults = { agentId: 'BatonFromId', agentName: 'BatonFromName', note: 'BatonNote' };

export const Options = v.strictObject({
  baseUrl: v.pipe(
    v.string(),
    v.regex(/^https?:\/\/[^?#]+$/, 'Give the whole address of the API, such as https://gws.example/workspace/v3.'),
    v.transform((url) => url.replace(/\/+$/, '')),
  ),
  signIn: v.union(
    [TokenSignIn, CodeSignIn],
    'Give { getToken }, or { code, redirectUri } after the agent has come back from signInAddress.',
  ),
  apiKey: v.optional(text('Give the x-api-key of your tenant, or leave it out.')),
  mediaType: v.optional(
    v.pipe(v.string(), v.regex(/^[\w-]+$/, 'Give the name of the media type, such as "smssession".')),
    'smssession',
  ),
  place: v.optional(v.union([v.strictObject({ placeName: text(place) }), v.strictObject({ dn: text(place) })], place)),
  nickname: v.optional(text('Give the name under which customers see the agent, or leave it out.')),
  invitationTimeoutMs: v.optional(
    v.pipe(
      v.number('Give the delivering-timeout of your Interaction Server in ms.'),
      v.minValue(1_000, 'Give the delivering-timeout of your Interaction Server in ms, not in seconds.'),
    ),
    30_000,
  ),
  notReadyReasons: v.optional(
    v.array(
      v.strictObject({
        id: text('Give the reason code of Workspace.'),
        label: v.pipe(text('Give what the agent reads.'), v.maxLength(60, 'Give at most 60 characters.')),
      }),
    ),
    [],
  ),
  contactKeys: v.optional(keys(contactDefaults), {}),
  handoverKeys: v.optional(v.union([v.literal(false), keys(handoverDefaults)], 'Give false or the keys.'), {}),
  completedMeansAccepted: v.optional(v.boolean('Give true or false.'), false),
  fetch: v.optional(v.custom<typeof fetch>(isFunction, 'Give a function like fetch.')),
});

/** Checked options, with all defaults. */
export type CheckedOptions = v.InferOutput<typeof Options>;
