import { contractVersion } from '@baton/contracts';
import { createEventBus } from '@baton/event-bus';
import type { DesktopState, HostContext, MessagePage, Preferences, PreferencesStore, Target } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import type { ManualClock } from '@baton/contracts/testing';
import { defaultPreferences } from '../adapters/preferences';
import { aDesktop, demoAgent, testStart } from './builders';
import { createMemoryDirectory } from './memory-directory';
import type { MemoryDirectory } from './memory-directory';
import { createRecordedAdapters } from './recorded-adapters';
import type { RecordedAdapters } from './recorded-adapters';
import { createRecordedCommands } from './recorded-commands';
import type { RecordedCommands } from './recorded-commands';

/**
 * What a host hands to whoever builds beside Baton, without a contact centre: the bus and the
 * stores are real, time stands still until the test moves it, all else is recorded or set by the test.
 */
export interface TestHost extends HostContext {
  clock: ManualClock;
  commands: RecordedCommands;
  adapters: RecordedAdapters;
  directory: MemoryDirectory;
  /** Changes the desktop state, and tells its subscribers. */
  setState(change: Partial<DesktopState> | ((state: DesktopState) => Partial<DesktopState>)): void;
  /** Changes preferences, and tells their subscribers. */
  setPreferences(changes: Partial<Preferences>): void;
}

/** What differs from a connected desktop with nothing on it. */
export interface TestHostOptions extends Partial<
  Omit<HostContext, 'bus' | 'desktop' | 'commands' | 'directory' | 'clock' | 'adapters' | 'preferences'>
> {
  state?: Partial<DesktopState>;
  /** What the directory holds. */
  targets?: readonly Target[];
  preferences?: Partial<Preferences>;
  /** What goes around every change that the test makes; give React's `act`, and React has rendered when it returns. */
  act?(change: () => void): void;
}

/** Makes one; each has a bus and stores of its own. */
export function createTestHost({
  state,
  targets,
  preferences,
  act = (change) => change(),
  ...overrides
}: TestHostOptions = {}): TestHost {
  const clock = createManualClock(testStart, act);
  const desktop = createSettable(aDesktop(state));
  const settings = createSettable<Preferences>({ ...defaultPreferences, ...preferences });
  const store: PreferencesStore = { get: settings.getState, set: settings.change, subscribe: settings.subscribe };
  let ids = 0;

  return {
    contract: contractVersion,
    agent: demoAgent,
    bus: createEventBus({ clock }),
    desktop: { getState: desktop.getState, subscribe: desktop.subscribe },
    commands: {
      ...createRecordedCommands(),
      writeDraft: (draft) =>
        act(() => {
          const { drafts } = desktop.getState();
          desktop.change({ drafts: { ...drafts, [draft.interactionId]: { ...draft, at: clock.now() } } });
        }),
    },
    directory: createMemoryDirectory(clock.now, targets),
    history: { messages: (interactionId) => Promise.resolve({ ok: true, value: emptyPage(interactionId) }) },
    clock,
    random: {
      id: () => String((ids += 1)).padStart(32, '0'),
      next: () => 0.5,
    },
    preferences: store,
    adapters: createRecordedAdapters(),
    locale: 'en-GB',
    timeZone: 'UTC',
    dir: 'ltr',
    timing: { extendable: true },
    ...overrides,
    setState: (change) => act(() => desktop.change(typeof change === 'function' ? change(desktop.getState()) : change)),
    setPreferences: (changes) => act(() => settings.change(changes)),
  };
}

function createSettable<T extends object>(initial: T) {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    change(changes: Partial<T>) {
      state = { ...state, ...changes };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const emptyPage = (interactionId: string): MessagePage => ({ interactionId, messages: [], earlier: false });
