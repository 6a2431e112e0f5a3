import type { Page } from '@playwright/test';
import type { AskedCommand } from '../../../mocks/control/operations';
import type { Customer } from './hands-customers';
import type { Click, FocusMove, Testimony, Typed } from './hands-witness';

/** A text field, or a text that the page keeps on the device. */
export interface WrittenText {
  /** The field's name; or the storage's key and what stands beside the text there. */
  where: string;
  kind: 'field' | 'kept';
  text: string;
}

/** A command that a step means: it may be asked for once. */
export interface Meant {
  agentId: string;
  type: AskedCommand['command']['type'];
  interactionId?: string | undefined;
  /** The step fails without it. */
  must?: boolean;
}

/** How long the effect of a press may take, in milliseconds: on a busy machine pages draw late. */
const momentMs = 1500;

/** How long something has to rest under a pointer before a click on it counts, in milliseconds. */
const restMs = 500;

/** How long after a click its command leaves the page at the latest, in milliseconds. */
const clickToCommandMs = 300;

/** Presses whose effect may be long in coming: they go on to moving focus until the agent does something else. */
const journeys = [
  { press: /^Accept/, to: /^Message to / },
  { press: /^SMS transfer/, to: /^Message to / },
  { press: /^(Transfer|Find another target|Find a target)/, to: /^Find a target/ },
];

/** Keys that mean to leave a text field. */
const leavingKeys = new Set(['Tab', 'Escape', 'F6']);

/** Where focus has moved against the rule of docs/behaviour/focus.md. */
export function focusFaults({ moves }: Pick<Testimony, 'moves'>): string[] {
  return moves
    .filter((move) => !followsRule(move))
    .map(({ from, to, fromIsGone, deed }) => {
      const cause = deed === undefined ? 'nothing' : `“${deed.what}” on “${deed.on}”`;
      return `focus went from ${from.what}${fromIsGone ? ', which has gone,' : ''} to ${to.what} after ${cause}`;
    });
}

function followsRule({ at, to, fromIsGone, deed }: FocusMove): boolean {
  const rests = !to.nowhere && !to.writes && !to.presses;
  if (fromIsGone && rests) return true;
  if (deed === undefined || deed.wrote) return false;
  const isRecent = at - deed.at <= momentMs;
  // A click beside every control.
  if (to.nowhere) return isRecent && deed.what === 'pointer' && !fromIsGone;
  if (deed.what === 'Enter' && deed.on.startsWith('Message to')) return false;
  if (isRecent || leavingKeys.has(deed.what)) return isRecent;
  return journeys.some(({ press, to: end }) => press.test(deed.on) && end.test(to.name));
}

/** Clicks that led to a command though what they hit had come or moved under a resting pointer just before. */
export function clickFaults({ clicks, asked }: Pick<Testimony, 'clicks' | 'asked'>): string[] {
  const isTooSoon = ({ at, cameAt }: Click) => cameAt !== undefined && at - cameAt < restMs;
  return clicks.filter(isTooSoon).flatMap(({ at, on, cameAt = at }) => {
    const led = asked.find((command) => command.at >= at && command.at - at < clickToCommandMs);
    return led ? [`${led.type} by a click on “${on}”, which came there ${Math.round(at - cameAt)} ms before`] : [];
  });
}

/** Compares what was asked for with what was meant. */
export class Intentions {
  #before: Meant[] = [];
  #open: Meant[] = [];
  #seen = 0;

  mean(...meant: Meant[]): void {
    this.#open.push(...meant);
  }

  /** What was asked for since and is not meant by any step. */
  unmeant(log: readonly AskedCommand[]): string[] {
    const news = log.slice(this.#seen);
    this.#seen = log.length;
    return news.flatMap(({ agentId, command }) => {
      // Every window signs its agent in, and notes what it has shown.
      if (command.type === 'signIn' || command.type === 'markNoticesRead') return [];
      const fits = (meant: Meant) =>
        meant.agentId === agentId &&
        meant.type === command.type &&
        (meant.interactionId === undefined ||
          ('interactionId' in command && meant.interactionId === command.interactionId));
      const taken = [this.#open, this.#before].some((meant) => {
        const found = meant.findIndex(fits);
        if (found >= 0) meant.splice(found, 1);
        return found >= 0;
      });
      return taken ? [] : [`${agentId} asked for ${JSON.stringify(command)}, which no step meant`];
    });
  }

  /** What a step had to lead to and was not asked for. */
  missing(): string[] {
    return this.#open.filter(({ must }) => must).map(({ agentId, type }) => `${agentId} pressed for ${type} in vain`);
  }

  /** A step is over. What it meant may still come while the next one goes on, and not later. */
  nextStep(): void {
    this.#before = this.#open;
    this.#open = [];
  }
}

/** Counts what was typed for each customer and finds it again. */
export class TypedTexts {
  readonly #typed = new Map<string, number>();

  constructor(readonly customers: readonly Customer[]) {}

  /** Notes what was typed into composers. */
  add(typed: readonly Typed[]): void {
    for (const { character } of typed) {
      if (this.customers.some(({ letter }) => letter === character))
        this.#typed.set(character, (this.#typed.get(character) ?? 0) + 1);
    }
  }

  /** What is missing, and what is with another customer. */
  faults(texts: readonly WrittenText[], log: readonly AskedCommand[]): string[] {
    const sent = log.flatMap(({ command }) => (command.type === 'sendMessage' ? [command] : []));
    return this.customers.flatMap(({ name, interactionId, letter }) => {
      const count = (text: string) => text.split(letter).length - 1;
      const isTheirs = ({ kind, where }: WrittenText) => where.includes(kind === 'field' ? name : interactionId);
      const others = this.customers.filter((other) => other.letter !== letter);
      const isOthers = (text: WrittenText) =>
        text.kind === 'field'
          ? !isTheirs(text)
          : others.some((other) => text.where.includes(other.interactionId)) && !isTheirs(text);
      const misplaced = [
        ...texts.filter((text) => isOthers(text) && count(text.text) > 0).map(({ where }) => where),
        ...sent
          .filter((message) => message.interactionId !== interactionId && count(message.text) > 0)
          .map((message) => `a message in ${message.interactionId}`),
      ];
      const typed = this.#typed.get(letter) ?? 0;
      const inField = Math.max(
        0,
        ...texts.filter((one) => one.kind === 'field' && isTheirs(one)).map(({ text }) => count(text)),
      );
      // As drafts and, of conversations that have gone, in My Messages. Windows of one profile share them.
      const kept = [...new Map(texts.filter(({ kind }) => kind === 'kept').map((one) => [one.where, one])).values()]
        .filter((one) => !isOthers(one) && (isTheirs(one) || isOf(letter, one.text)))
        .reduce((sum, { text }) => sum + count(text), 0);
      const texted = sent
        .filter((message) => message.interactionId === interactionId)
        .reduce((sum, { text }) => sum + count(text), 0);
      const found = Math.max(inField, kept) + texted;
      return [
        ...misplaced.map((where) => `what was typed for ${name} is in ${where}`),
        ...(found < typed ? [`of ${typed} letters typed for ${name} only ${found} are left`] : []),
      ];
    });
  }
}

function isOf(letter: string, text: string): boolean {
  return text.replaceAll(letter, '').trim() === '' && text.includes(letter);
}

/** Every text field of a page and every text that it keeps on the device. */
export function writtenIn(page: Page): Promise<WrittenText[]> {
  return page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const fields = all(document).flatMap((element) =>
      element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
        ? [
            {
              where: element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? '',
              kind: 'field' as const,
              text: element.value,
            },
          ]
        : [],
    );
    const kept = Object.entries(localStorage).flatMap(([key, value]) => strings(key, parse(value)));
    return [...fields, ...kept];

    function parse(value: string): unknown {
      try {
        return JSON.parse(value);
      } catch {
        return value;
      }
    }

    function strings(where: string, value: unknown): { where: string; kind: 'kept'; text: string }[] {
      if (typeof value === 'string') return [{ where, kind: 'kept', text: value }];
      if (typeof value !== 'object' || value === null) return [];
      const entries = Object.entries(value);
      return entries.flatMap(([key, inner]) => {
        const beside = entries.flatMap(([name, other]) => (name !== key && typeof other === 'string' ? [other] : []));
        return strings([`${where}/${key}`, ...beside].join(' '), inner);
      });
    }
  });
}
