declare module '*/dist/serve/index.js' {
  import type { RequestListener } from 'node:http';
  /** The contact centre over real HTTP, as `npm run build` makes it. */
  export function createContactCentreListener(options: { scenario?: string; control?: boolean }): {
    listener: RequestListener;
    openStreams(): number;
    close(): void;
  };
}

declare module '*/scripts/serve/static-files.js' {
  import type { RequestListener } from 'node:http';
  /** Serves folders with the headers that the product is served with. */
  export function createStaticFiles(options: { mounts: Record<string, string> }): RequestListener;
}

declare module '*/scripts/serve/desktop-files.js' {
  import type { RequestListener } from 'node:http';
  /** Serves all that is built for one origin. */
  export function createDesktopFiles(options: { flavour: 'live' | 'mocked'; hosts?: string[] }): RequestListener;
}

declare module '*/embedding/iframe/serve.js' {
  import type { Server } from 'node:http';
  /** A foreign desktop. */
  export const desktop: Server;
}
