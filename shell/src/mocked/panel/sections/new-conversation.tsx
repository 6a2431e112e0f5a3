import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '@baton/ui';
import { SelectField, TextField } from '../fields';
import { usePanel } from '../panel-context';
import { queuesOf } from '../queues';

/** Lets a customer begin a conversation, which waits in a queue. */
export function NewConversation() {
  const { control, overview, settings, act } = usePanel();
  const queues = queuesOf(settings);
  const [name, setName] = useState('Robin Ames');
  const [text, setText] = useState('Hello, can you help me?');
  const [queueId, setQueueId] = useState(queues[0]?.value ?? '');

  const missing = name.trim() === '' ? 'Name the customer.' : text.trim() === '' ? 'Give the first text.' : undefined;

  function start(event: FormEvent) {
    event.preventDefault();
    // Another contact each time, from the numbers that are reserved for fiction.
    const digits = 200 + (overview.conversations.length % 700);
    const address = { kind: 'phone', value: `+447700900${digits}`, display: `+44 7700 900${digits}` } as const;
    act(() => control.customerStarts({ contact: { id: `contact-${digits}`, name, address }, queueId, text }));
  }

  return (
    <form className="fields" aria-label="New conversation" onSubmit={start}>
      <TextField label="New customer" value={name} onChange={setName} />
      <TextField label="First text" value={text} onChange={setText} />
      <SelectField label="Queue" value={queueId} options={queues} onChange={setQueueId} />
      <Button type="submit" size="sm" disabledReason={missing}>
        Start a conversation
      </Button>
    </form>
  );
}
