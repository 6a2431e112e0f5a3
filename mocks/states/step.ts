/**
 * A part of the page: where it is, and its name as in docs/reference/parts.md, after the names of parts around it where
 * one name is not enough: "team-communicator row actions". The first of several is meant unless `at` says which.
 */
export type PartOfPage = `${'shell' | 'sms-window' | 'team-communicator' | 'notifications'} ${string}`;

interface OnePart {
  /** Which of several, as `Array.at` counts: 1 is the second, -1 the last. Default 0. */
  readonly at?: number;
}

/** Waits until it can be pressed, and clicks it. */
interface Press extends OnePart {
  readonly press: PartOfPage;
  /** What to press instead in a window too narrow for it, one after the other. */
  readonly narrow?: readonly [Press, ...Press[]];
  /** Nothing is pressed where this is on the page without it, as in a wide window. */
  readonly unless?: PartOfPage;
}

/** What an agent does in the page, or how time goes on meanwhile. The next step follows when this one is done. */
export type Step =
  | Press
  /** Brings the keyboard focus to it. */
  | ({ readonly focus: PartOfPage } & OnePart)
  /** Writes into a text field, after what is there. */
  | ({ readonly write: PartOfPage; readonly text: string } & OnePart)
  /** Presses a key where the focus is, by the name that events have: "ArrowDown". */
  | { readonly key: string }
  /** Waits until it is on the page, while the clock stands still. */
  | ({ readonly see: PartOfPage } & OnePart)
  /** Moves the contact centre's clock to so many milliseconds after the start: what is played until then happens. */
  | { readonly until: number }
  /** Lets time go on, for page and contact centre, until it is on the page. */
  | ({ readonly runUntil: PartOfPage } & OnePart);

/** Opens one of the agent's conversations. In a narrow window the list has to be opened first. */
export function openConversation(at = 0): Step {
  const press = { press: 'sms-window conversation', at } as const;
  return { ...press, narrow: [{ press: 'shell rail' }, press] };
}

/** In a narrow window the card is one line: opens it, to press something in it. */
export function openCard(press: PartOfPage): readonly [Press, ...Press[]] {
  return [{ press: 'notifications card open' }, { press }];
}
