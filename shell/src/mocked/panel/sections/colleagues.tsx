import type { CommandWithoutId } from '@baton/contracts';
import { declineReasons } from '@baton/contracts/schemas';
import type { Overview } from '@baton/mocks/browser';
import { systemRandom } from '@baton/runtime';
import { Button } from '@baton/ui';
import { NumberField, SelectField } from '../fields';
import { usePanel } from '../panel-context';

type Agent = Overview['agents'][number];
type Behaviour = Overview['colleagues'][number];

const answers = [
  { value: 'accept', label: 'Accepts' },
  { value: 'decline', label: 'Declines' },
  { value: 'extend', label: 'Asks for more time' },
  { value: 'ignore', label: 'Does not answer' },
] as const;

const unset = { value: 'unset', label: 'As the scenario says' } as const;
const noReason = { value: 'none', label: 'Without a reason' } as const;
const reasonNames = { busy: 'Busy', notMyTopic: 'Not my topic', endOfShift: 'End of shift' } as const;
const reasons = [noReason, ...declineReasons.map((value) => ({ value, label: reasonNames[value] }))];

/** How each colleague answers invitations. */
export function Colleagues() {
  const { overview, settings } = usePanel();
  const own = 'left' in settings.page ? [] : [settings.page.agent];
  return (
    <div className="colleagues">
      {overview.agents
        .filter(({ id }) => !own.includes(id))
        .map((agent) => (
          <Colleague
            key={agent.id}
            agent={agent}
            behaviour={overview.colleagues.find(({ agentId }) => agentId === agent.id)}
          />
        ))}
    </div>
  );
}

function Colleague({ agent, behaviour }: { agent: Agent; behaviour: Behaviour | undefined }) {
  const { control, act } = usePanel();
  const { answer, reason, afterMs = 3000 } = behaviour ?? {};

  const become = (changes: Partial<Behaviour>) =>
    act(() => control.setColleague({ agentId: agent.id, answer: 'ignore', afterMs, ...behaviour, ...changes }));

  const perform = (command: CommandWithoutId) =>
    act(() => control.perform({ agentId: agent.id, command: { ...command, commandId: systemRandom.id() } }));

  return (
    <div className="colleague" role="group" aria-label={agent.name}>
      <span className="colleague-name">
        <bdi>{agent.name}</bdi>
        <span className="colleague-status">{presenceOf(agent)}</span>
      </span>
      <span className="colleague-readiness">
        {!agent.signedIn ? (
          <Button size="sm" onClick={() => perform({ type: 'signIn', ready: true })}>
            Sign in
          </Button>
        ) : agent.sms === null ? null : (
          <Button
            size="sm"
            aria-pressed={agent.sms === 'ready'}
            onClick={() =>
              perform({
                type: 'setChannelState',
                channel: 'sms',
                state: agent.sms === 'ready' ? 'notReady' : 'ready',
              })
            }
          >
            Ready for SMS
          </Button>
        )}
      </span>
      <SelectField
        label="Invited"
        value={answer ?? unset.value}
        options={answer === undefined ? [unset, ...answers] : answers}
        onChange={(next) => next !== 'unset' && become({ answer: next, reason: undefined })}
      />
      {answer === 'decline' && (
        <SelectField
          label="Reason"
          value={reason ?? noReason.value}
          options={reasons}
          onChange={(next) => become({ reason: next === 'none' ? undefined : next })}
        />
      )}
      {answer !== undefined && answer !== 'ignore' && (
        <NumberField
          label="After, s"
          value={Math.round(afterMs / 1000)}
          max={3600}
          onChange={(seconds) => become({ afterMs: seconds * 1000 })}
        />
      )}
    </div>
  );
}

function presenceOf({ signedIn, presence: { state, reason } }: Agent): string {
  if (!signedIn) return 'Not signed in';
  const name = presenceNames[state] ?? state;
  return reason === undefined ? name : `${name} (${reason})`;
}

const presenceNames: Readonly<Record<string, string>> = {
  ready: 'Ready',
  busy: 'Busy',
  notReady: 'Not Ready',
  afterCallWork: 'After-call work',
  offline: 'Offline',
  unknown: 'Status unknown',
};
