import { transferTransitions } from '../../../mocks/contact-centre/transitions';
import type { TransferTransition } from '../../../mocks/contact-centre/transitions';

/** What happens, in the words of whoever sees it. */
const happenings: Readonly<Record<string, string>> = {
  invited: 'the target is invited',
  placed: 'the product puts it into a queue, asking nobody',
  extended: 'the target asks for more time',
  passedOn: 'of a pool, the next agent is asked',
  redirected: 'the sender offers it to someone else',
  accepted: 'the target accepts',
  declined: 'the target declines',
  expired: 'nobody answers in time',
  unexplained: 'the target does not take it, and the product does not say why',
  revoked: 'the target leaves or is not ready any more',
  poolEmpty: 'nobody of the pool is left to ask',
  cancelled: 'the sender cancels',
  senderSignedOut: 'the sender signs out',
  completed: 'the sender ends and completes the conversation',
  customerEnded: 'the customer ends the conversation',
};

/** Ends that leave the conversation with its sender, who may transfer it again. */
const again = ['declined', 'expired', 'notAccepted', 'cancelled', 'failed'];

interface Row extends TransferTransition {
  from: string;
  happening: string;
}

/** The life of a transfer, drawn from the table that the model runs on, and the states that only its sender's desktop has. */
export function transitionsSection(): string {
  const rows = Object.entries(transferTransitions).flatMap(([from, all]) =>
    Object.entries<TransferTransition>(all).map(([happening, row]): Row => ({ from, happening, ...row })),
  );
  const shown = rows.filter(({ happening }) => happening !== 'dismissed');
  const arrows = shown.map(
    ({ from, to, happening }) => `  ${from === 'none' ? 'requesting' : from} --> ${to}: ${wordsOf(happening)}`,
  );
  const table = shown.map(
    ({ from, happening, to, owner, entry, offer, tells }) =>
      `| ${[
        from === 'none' ? '–' : code(from),
        wordsOf(happening),
        code(to),
        owner,
        code(entry),
        offer === undefined ? '–' : code(offer),
        code(tells.sender),
        code(tells.target),
      ].join(' | ')} |`,
  );
  return `\`\`\`mermaid
stateDiagram-v2
  [*] --> requesting: the agent picks SMS transfer
  requesting --> refused: the backend says no, or nothing
${arrows.join('\n')}
  pending --> refused: no outcome comes, and no snapshot tells
  refused --> accepted: what really happened, however late
  accepted --> [*]: the window closes here and opens there
  handedOver --> [*]: the window closes here
  refused --> requesting: again, or with another target
${again.map((state) => `  ${state} --> requesting`).join('\n')}
\`\`\`

| from | what happens | to | owner then | transcript | invitation | told to the sender | told to the target |
| --- | --- | --- | --- | --- | --- | --- | --- |
${table.join('\n')}

The sender puts any outcome away with \`dismissTransfer\`; nothing else happens to what has ended.
`;
}

function wordsOf(happening: string): string {
  const words = happenings[happening];
  if (words === undefined)
    throw new Error(`scripts/generate/reference/transitions.ts has no words for "${happening}".`);
  return words;
}

function code(word: string | undefined): string {
  return word === undefined ? '–' : `\`${word}\``;
}
