import type { AskedCommand, Happened } from '../../../mocks/control/operations';
import { busyAgent } from '../../../mocks/scenarios/busy-agent';
import type { Centre } from './centre';
import { answerOf } from './day';
import type { Day } from './day';

/** The longest that a customer may wait for an answer, in milliseconds. */
const longestWaitMs = 5 * 60_000;

interface Answer {
  at: number;
  interactionId: string;
  text: string;
}

/** What the contact centre has written down in the course of a day. */
export interface Record {
  happened: Happened;
  commands: readonly AskedCommand[];
  centre: Centre;
}

/** What has gone wrong in the course of a day, by the contact centre's own record. */
export function faultsOf(day: Day, { happened, commands, centre }: Record): string[] {
  const answers = happened.play.flatMap(([at, action]): Answer[] =>
    action.kind === 'command' && action.agentId === 'ana' && action.command.type === 'sendMessage'
      ? [{ at, interactionId: action.command.interactionId, text: action.command.text }]
      : [],
  );
  return [
    ...misdirected(day, answers, centre),
    ...unansweredTexts(day, answers, centre),
    ...longWaits(answers, happened),
    ...wrongDecisions(day, commands, centre),
    ...wrongTargets(day, commands),
    ...refused(commands),
  ];
}

/** Answers in the conversation of another customer. */
function misdirected(day: Day, answers: readonly Answer[], centre: Centre): string[] {
  return answers.flatMap(({ interactionId, text }) => {
    const meant = day.customers.find(({ token }) => text.startsWith(`${token} `));
    const written = nameIn(centre, interactionId);
    if (meant === undefined) return [`${written} got “${text}”, which Ana did not write`];
    return meant.name === written ? [] : [`what was written for ${meant.name} went to ${written}: “${text}”`];
  });
}

/** Texts that were not answered, too late, more than once, or by somebody else than by whom they were meant for. */
function unansweredTexts(day: Day, answers: readonly Answer[], centre: Centre): string[] {
  return day.texts.flatMap(({ customer, at, reference, meantFor }) => {
    const about = `${customer.name}’s text ${reference} of ${minutesOf(at)}`;
    const given = answers.filter(({ text }) => text.split(' ').includes(reference));
    const phone = centre.conversations.find(({ contact }) => contact.name === customer.name);
    const stands = phone?.texts.some(({ by, text }) => by === 'customer' && text.includes(reference));
    if (stands !== true) return [`${about} did not arrive`];
    if (meantFor !== 'ana') {
      const answered = phone?.texts.some(({ by, text }) => by === 'agent' && text === answerOf(meantFor, reference));
      return answered === true && given.length === 0 ? [] : [`${about} was not answered by ${meantFor}`];
    }
    const [first] = given;
    if (first === undefined) return [`${about} was not answered`];
    if (given.length > 1) return [`${about} was answered ${given.length} times`];
    return first.at - at > longestWaitMs ? [`${about} was answered at ${minutesOf(first.at)}`] : [];
  });
}

/** Customers who waited too long for any word: those of the scenario's own texts, too. */
function longWaits(answers: readonly Answer[], { play }: Happened): string[] {
  const signedInAt = play.find(([, action]) => action.kind === 'command' && action.command.type === 'signIn')?.[0] ?? 0;
  const atStart = busyAgent.seed.conversations.flatMap(({ id, ownerId, messages }) =>
    ownerId === 'ana' && messages.at(-1)?.agentId === undefined ? [{ at: 0, interactionId: id }] : [],
  );
  const scripted = busyAgent.happenings.flatMap(({ afterMs, do: action }) =>
    action.kind === 'customerWrites' ? [{ at: signedInAt + afterMs, interactionId: action.interactionId }] : [],
  );
  return [...atStart, ...scripted].flatMap(({ at, interactionId }) => {
    const isInTime = answers.some((one) => {
      const waitMs = one.at - at;
      return one.interactionId === interactionId && waitMs >= 0 && waitMs <= longestWaitMs;
    });
    return isInTime ? [] : [`the customer of ${interactionId} had no answer to the text of ${minutesOf(at)}`];
  });
}

/** Invitations that were answered in another way than the day has drawn. */
function wrongDecisions(day: Day, commands: readonly AskedCommand[], centre: Centre): string[] {
  const asked = commands.map(({ command }) => command);
  return [...day.decisions].flatMap(([name, decisions]) => {
    const offered = [...centre.invitations.values()].filter(
      ({ interactionId }) => nameIn(centre, interactionId) === name,
    );
    const found = offered.map(({ id }) =>
      asked
        .flatMap((command) => ('invitationId' in command && command.invitationId === id ? [command.type] : []))
        .join(),
    );
    const drawn = decisions.map((decision) => commandsOf[decision]);
    return found.join('; ') === drawn.join('; ')
      ? []
      : [`invitations about ${name} were answered with ${JSON.stringify(found)} instead of ${JSON.stringify(drawn)}`];
  });
}

const commandsOf = {
  accept: 'acceptInvitation',
  'ask for more time, then accept': 'extendInvitation,acceptInvitation',
  reject: 'declineInvitation',
  'let it run out': '',
} as const;

/** Transfers to others than customers have asked for, of their own conversation. */
function wrongTargets(day: Day, commands: readonly AskedCommand[]): string[] {
  const found = commands.flatMap(({ command }) =>
    command.type === 'startTransfer' ? [`${command.interactionId} to ${command.target.name}`] : [],
  );
  const wished = day.wishes.map(({ customer, target }) => `${customer.interactionId} to ${target}`);
  return found.toSorted().join('; ') === wished.toSorted().join('; ')
    ? []
    : [`transfers were ${JSON.stringify(found)} instead of ${JSON.stringify(wished)}`];
}

function refused(commands: readonly AskedCommand[]): string[] {
  return commands.flatMap(({ command, refused: code }) =>
    code === undefined ? [] : [`${JSON.stringify(command)} was refused: ${code}`],
  );
}

export function nameIn({ conversations }: Centre, interactionId: string): string {
  return conversations.find(({ id }) => id === interactionId)?.contact.name ?? interactionId;
}

/** A time of the day, as `2:05`. */
export function minutesOf(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;
}
