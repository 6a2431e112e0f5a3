declare module '*/dist/serve/index.js' {
  import type { RequestListener } from 'node:http';
  /** The contact centre over real HTTP, as `npm run build` makes it. */
  export function createContactCentreListener(options: { scenario?: string; control?: boolean; seed?: number }): {
    listener: RequestListener;
    close(): void;
  };
}

declare module '*/scripts/lib/static-files.js' {
  import type { RequestListener } from 'node:http';
  /** Serves folders with the headers that the product is served with. */
  export function createStaticFiles(options: { mounts: Record<string, string> }): RequestListener;
}
