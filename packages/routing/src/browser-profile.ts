/** The locks and channels that the windows of one browser profile and storage partition share. */
export interface Profile {
  /**
   * Runs `hold` when this window has the lock, and releases it when `hold` settles. `steal` takes the lock from the window
   * that has it. Rejects with an `AbortError` when the signal aborts, or when another window steals the lock.
   */
  withLock(name: string, how: { steal: true } | { signal: AbortSignal }, hold: () => Promise<void>): Promise<void>;
  /** Opens a channel on which every window receives what the others post, in order. */
  openChannel(name: string, onMessage: (message: unknown) => void): ProfileChannel;
}

export interface ProfileChannel {
  post(message: unknown): void;
  close(): void;
}

/** The profile of this browser; undefined without Web Locks, as on insecure pages. */
export function browserProfile(): Profile | undefined {
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  if (locks === undefined || typeof BroadcastChannel === 'undefined') return undefined;
  return {
    withLock: (name, how, hold) => locks.request(name, how, hold),
    openChannel(name, onMessage) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => onMessage(data);
      return {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- channels have none
        post: (message) => channel.postMessage(message),
        close: () => channel.close(),
      };
    },
  };
}
