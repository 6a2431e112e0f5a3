/** What the windows of one browser profile, and of one storage partition, have in common. */
export interface Profile {
  /**
   * Runs `hold` once this window is the only one that has the name, and lets the next have it when `hold` settles.
   * `steal` takes it from whoever has it. Rejects with an `AbortError` when the signal aborts, or when robbed.
   */
  withLock(name: string, how: { steal: true } | { signal: AbortSignal }, hold: () => Promise<void>): Promise<void>;
  /** What one window posts, all others hear, in order. */
  openChannel(name: string, hear: (message: unknown) => void): ProfileChannel;
}

export interface ProfileChannel {
  post(message: unknown): void;
  close(): void;
}

/** This browser's; nothing where it has no Web Locks, as on a page without a secure context. */
export function browserProfile(): Profile | undefined {
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  if (locks === undefined || typeof BroadcastChannel === 'undefined') return undefined;
  return {
    withLock: (name, how, hold) => locks.request(name, how, hold),
    openChannel(name, hear) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => hear(data);
      return {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- channels have none
        post: (message) => channel.postMessage(message),
        close: () => channel.close(),
      };
    },
  };
}
