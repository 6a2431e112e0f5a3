import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Width of the side column, for example "360px". */
    '--side-width'?: string;
  }
}
