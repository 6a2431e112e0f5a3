import type { Happened } from '../../../mocks/control/operations';
import { minutesOf, nameIn } from './checks';
import type { Day } from './day';
import type { Desk } from './desk';

/** How soon something is announced that has happened, in milliseconds: texts are gathered, and time passes in steps. */
const withinMs = 15_000;

/** How soon a transfer has come to its end, in milliseconds: it runs out after half a minute. */
const transferMs = 45_000;

/** What happened and was not announced: a text, an invitation, the end of a transfer. */
export function silences(day: Day, desk: Desk, { play }: Happened): string[] {
  const { announcements, fronts, centre } = desk;
  const isHeard = (at: number, words: RegExp, ms = withinMs) =>
    announcements.some((one) => one.at >= at && one.at <= at + ms && words.test(one.text));

  const texts = day.texts
    .filter(({ meantFor, customer }) => meantFor === 'ana' && customer.interactionId !== undefined)
    .flatMap(({ customer: { name }, at, reference }) => {
      // What is read in front when it comes needs no call.
      const wasOpen = fronts.some((one) => one.customer === name && Math.abs(one.at - at) <= withinMs);
      const words = new RegExp(`from ${name}$|^New messages in \\d+ conversations|${reference}`);
      return wasOpen || isHeard(at, words) ? [] : [`${name}’s text ${reference} of ${minutesOf(at)}`];
    });
  const invitations = [...centre.invitations.values()].flatMap(({ interactionId, seenAt }) => {
    const name = nameIn(centre, interactionId);
    const words = new RegExp(`^(SMS transfer|New SMS) from .*(${name}|\\d of \\d incoming interactions)`);
    return isHeard(seenAt - 5000, words) ? [] : [`the invitation about ${name} of ${minutesOf(seenAt)}`];
  });
  const transfers = play.flatMap(([at, action]) => {
    if (action.kind !== 'command' || action.agentId !== 'ana' || action.command.type !== 'startTransfer') return [];
    const { interactionId, target } = action.command;
    const name = nameIn(centre, interactionId);
    const words = new RegExp(`^${target.name} (declined|did not answer)|accepted. The conversation with ${name} moved`);
    return isHeard(at, words, transferMs) ? [] : [`the end of the transfer of ${name} to ${target.name}`];
  });
  return [...texts, ...invitations, ...transfers].map((what) => `${what} was not announced`);
}
