import { contractVersion } from '@baton/contracts';
import { createEventBus } from '@baton/event-bus';
import type { DesktopState, HostContext, MessagePage, Preferences, PreferencesStore, Target } from '@baton/contracts';
import { createDesktopStore } from '@baton/desktop';
import { createListeners, surface } from '@baton/runtime';
import type { DesktopEvent } from '@baton/desktop';
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
 * A host context for tests, without a contact centre. The bus and the stores are real, time stands still until the test
 * advances it, and everything else is recorded or set by the test.
 */
export interface TestHost extends HostContext {
  clock: ManualClock;
  commands: RecordedCommands;
  adapters: RecordedAdapters;
  /** Answers `reads`. */
  directory: MemoryDirectory;
  /** Changes the desktop state and notifies its subscribers. */
  setState(change: Partial<DesktopState> | ((state: DesktopState) => Partial<DesktopState>)): void;
  /** Publishes changed targets. A target counts if its version is newer than the last published one. */
  tellTargets(...targets: readonly Target[]): void;
  /** Changes preferences and notifies their subscribers. */
  setPreferences(changes: Partial<Preferences>): void;
}

/** Differences from a connected, empty desktop. */
export interface TestHostOptions extends Partial<
  Omit<HostContext, 'bus' | 'desktop' | 'commands' | 'clock' | 'adapters' | 'preferences'>
> {
  state?: Partial<DesktopState>;
  /** What the directory holds. */
  targets?: readonly Target[];
  preferences?: Partial<Preferences>;
  /** Wraps every change that the test makes. Pass React's `act`, so that React has rendered when a change returns. */
  act?(change: () => void): void;
}

/** Makes a test host with its own bus and stores. */
export function createTestHost({
  state,
  targets,
  preferences,
  act = (change) => change(),
  ...overrides
}: TestHostOptions = {}): TestHost {
  const clock = createManualClock(testStart, act);
  const desktop = createSettable(aDesktop(state));
  const live = createDesktopStore();
  const settings = createSettable<Preferences>({ ...defaultPreferences, ...preferences });
  const store: PreferencesStore = { get: settings.getState, set: settings.change, subscribe: settings.subscribe };
  const directory = createMemoryDirectory(clock.now, targets);
  let ids = 0;

  return {
    contract: contractVersion,
    agent: demoAgent,
    bus: createEventBus({ clock }),
    desktop: { getState: desktop.getState, subscribe: desktop.subscribe, targets: live.targets },
    commands: {
      ...createRecordedCommands(),
      writeDraft: (draft) =>
        act(() => {
          const { drafts } = desktop.getState();
          desktop.change({ drafts: { ...drafts, [draft.interactionId]: { ...draft, at: clock.now() } } });
        }),
      markSeen: ({ interactionId, index }) =>
        desktop.change({ seen: { ...desktop.getState().seen, [interactionId]: { index } } }),
    },
    directory,
    reads: {
      ...directory,
      earlierInteractions: () => Promise.resolve({ ok: true, value: { interactions: [], more: false } }),
      messages: ({ interactionId }) => Promise.resolve({ ok: true, value: emptyPage(interactionId) }),
    },
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
    tellTargets: (...changed) => act(() => live.dispatch(frameOf(changed))),
    setPreferences: (changes) => act(() => settings.change(changes)),
  };
}

function frameOf(targets: readonly Target[]): DesktopEvent {
  const events = [{ type: 'targets.changed' as const, targets: [...targets] }];
  return { type: 'frame', frame: { v: 1, cursor: 0, at: testStart, events }, receivedAt: testStart };
}

function createSettable<T extends object>(initial: T) {
  let state = initial;
  const listeners = createListeners<void>(surface);
  return {
    getState: () => state,
    change(changes: Partial<T>) {
      state = { ...state, ...changes };
      listeners.notify();
    },
    subscribe: (listener: () => void) => listeners.add(() => listener()),
  };
}

const emptyPage = (interactionId: string): MessagePage => ({ interactionId, messages: [], earlier: false });
