import { useId, useState } from 'react';
import { Button } from '@baton/ui';
import type { Overview } from '@baton/mocks/browser';
import { SelectField } from '../fields';
import { usePanel } from '../panel-context';
import { queuesOf } from '../queues';
import { NewConversation } from './new-conversation';
import { Phone, nameOf } from './phone';

type Conversation = Overview['conversations'][number];

const quickReplies = ['Yes', 'No', 'Thank you', 'Are you still there?', 'STOP'];

/** The phone of a conversation's customer. */
export function Customer() {
  const { control, overview, settings, act } = usePanel();
  const { agents, conversations } = overview;
  const [chosen, setChosen] = useState<string>();
  const conversation = conversations.find(({ id }) => id === chosen) ?? conversations[0];
  const quickId = useId();

  if (conversation === undefined)
    return (
      <div className="groups">
        <p className="help">No conversation is under way.</p>
        <NewConversation />
      </div>
    );
  const { id: interactionId, ended } = conversation;

  function titleOf({ contact, owner, ended: isOver }: Conversation): string {
    if (isOver) return `${nameOf(contact)} – ended`;
    const place =
      owner.kind === 'agent'
        ? `with ${agents.find(({ id }) => id === owner.id)?.name ?? owner.id}`
        : `in ${queuesOf(settings).find(({ value }) => value === owner.id)?.label ?? owner.id}`;
    return `${nameOf(contact)} – ${place}`;
  }

  const over = ended ? 'The customer has ended the conversation.' : undefined;
  const write = (text: string) => act(() => control.customerWrites({ interactionId, text }));

  return (
    <div className="customer">
      <Phone key={interactionId} conversation={conversation} over={over} onWrite={write} />
      <div className="customer-side">
        <SelectField
          label="Conversation with"
          value={interactionId}
          options={conversations.map((one) => ({ value: one.id, label: titleOf(one) }))}
          onChange={setChosen}
        />
        <div role="group" aria-labelledby={quickId}>
          <p className="field-label" id={quickId}>
            Quick replies
          </p>
          <div className="quick">
            {quickReplies.map((text) => (
              <Button key={text} size="sm" disabledReason={over} onClick={() => write(text)}>
                {text}
              </Button>
            ))}
          </div>
        </div>
        <div className="quick">
          <Button
            size="sm"
            disabledReason={over}
            onClick={() => act(() => control.customerSendsImage({ interactionId }))}
          >
            Send a picture
          </Button>
          <Button size="sm" disabledReason={over} onClick={() => act(() => control.customerEnds({ interactionId }))}>
            End
          </Button>
        </div>
        <NewConversation />
      </div>
    </div>
  );
}
