import * as v from 'valibot';
import { HostActionId, maxDeclineReasonLength, targetKinds } from '@baton/contracts';
import { callable, optional, record, text } from './option-schemas';

export const actions =
  'give actions by place, target or conversation: { target: [{ id: "crm.call", label: "Call", perform }] }';
const actionId = 'give two words or more, joined by dots: "crm.call"';
const actionLabel = 'give a text, or one for each language: { en: "Call", de: "Anrufen" }';
const actionKinds = `give a list of ${targetKinds.join(', ')}`;
const declining = 'give an object, for example { reasons: [{ id: "busy", label: "Busy" }], freeText: true }';
const reasonId = `give each reason an id of its own, of 1 to ${maxDeclineReasonLength} characters`;

const Label = v.union(
  [
    text(actionLabel),
    v.pipe(
      record(text(actionLabel), actionLabel),
      v.check((labels) => Object.keys(labels).length > 0, actionLabel),
    ),
  ],
  actionLabel,
);
const action = {
  id: v.pipe(
    v.string(actionId),
    v.check((id) => v.is(HostActionId, id), actionId),
  ),
  label: Label,
  enabled: optional(callable('give a function that answers true, or why not')),
  perform: callable('give a function that performs the action'),
};
/** The host's own actions. */
export const ActionOptions = v.pipe(
  v.custom<object>((found) => !Array.isArray(found), actions),
  v.strictObject(
    {
      target: optional(
        v.array(
          v.strictObject(
            { ...action, targetKinds: optional(v.array(v.picklist(targetKinds, actionKinds), actionKinds)) },
            'give actions on targets { id, label, targetKinds, enabled, perform }',
          ),
          actions,
        ),
      ),
      conversation: optional(
        v.array(v.strictObject(action, 'give actions on conversations { id, label, enabled, perform }'), actions),
      ),
    },
    actions,
  ),
  v.check(
    ({ target = [], conversation = [] }) =>
      new Set([...target, ...conversation].map(({ id }) => id)).size === target.length + conversation.length,
    'give each action an id of its own',
  ),
);

/** How agents reject. */
export const DecliningOptions = v.strictObject(
  {
    undo: optional(v.boolean('give true or false')),
    reasons: optional(
      v.pipe(
        v.array(
          v.strictObject(
            { id: v.pipe(text(reasonId), v.maxLength(maxDeclineReasonLength, reasonId)), label: Label },
            'give reasons { id, label }',
          ),
          'give a list of reasons { id, label }',
        ),
        v.check((given) => new Set(given.map(({ id }) => id)).size === given.length, reasonId),
      ),
    ),
    freeText: optional(v.boolean('give true or false')),
  },
  declining,
);
