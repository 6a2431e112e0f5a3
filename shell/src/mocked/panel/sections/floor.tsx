import { noticePriorities } from '@baton/contracts';
import { Button } from '@baton/ui';
import { useState } from 'react';
import { FieldGroup, NumberField, SelectField, TextField } from '../fields';
import { usePanel } from '../panel-context';

/** How large the contact centre is, how much is going on there, and what it writes to its agents. */
export function Floor() {
  const { control, overview, act } = usePanel();
  return (
    <div className="fields">
      <NumberField
        label="Targets in the directory"
        value={overview.directorySize}
        max={100_000}
        onChange={(size) => act(() => control.setDirectory({ size }))}
      />
      <NumberField
        label="Presence changes a second"
        value={overview.presenceTraffic}
        max={1000}
        onChange={(perSecond) => act(() => control.setPresenceTraffic({ perSecond }))}
      />
      <MessageToAll />
    </div>
  );
}

type NoticePriority = (typeof noticePriorities)[number];

const priorities: readonly { value: NoticePriority; label: string }[] = noticePriorities.map((value) => ({
  value,
  label: value,
}));

/** A message to all agents who are signed in. */
function MessageToAll() {
  const { control, act } = usePanel();
  const [priority, setPriority] = useState<NoticePriority>('important');
  const [text, setText] = useState('Demo data: a message to all agents.');
  const notice = { kind: 'broadcast', severity: 'information', from: 'Team lead (demo)', text, priority } as const;
  return (
    <FieldGroup title="Message to all agents">
      <SelectField label="Priority" value={priority} options={priorities} onChange={(value) => setPriority(value)} />
      <TextField label="Message" value={text} onChange={setText} />
      <Button
        size="sm"
        disabledReason={text.trim() === '' ? 'Write a message first' : undefined}
        onClick={() => act(() => control.tellAgents({ notice }))}
      >
        Send
      </Button>
    </FieldGroup>
  );
}
