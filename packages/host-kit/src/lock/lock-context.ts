import type { DesktopState, EventBus, HostContext, Lock, Preferences } from '@baton/contracts';
import type { Texts } from '../texts';
import type { Maskable } from './maskable';

/** Storage keys: that the desktop is locked, and when the agent was last active in any window. */
export const lockKeys = { locked: 'lock', activeAt: 'lock.activeAt' };

/** What is locked, and with what. */
export interface LockContext {
  options: Lock | undefined;
  bus: EventBus;
  adapters: Pick<HostContext['adapters'], 'announcer' | 'storage'>;
  clock: HostContext['clock'];
  dir: HostContext['dir'];
  texts: Texts;
  desktop: Maskable<DesktopState>;
  preferences: Maskable<Preferences>;
  /** Where modules are that show customers. */
  places(): readonly CoveredPlace[];
}

/** The element of a module, and the module's name as agents read it. */
export interface CoveredPlace {
  element: HTMLElement;
  label: string;
}

/** The lock of a desktop. */
export interface Locking {
  set(locked: boolean): void;
  /** Covers also what has been mounted since. */
  cover(): void;
}
