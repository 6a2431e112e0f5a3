import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Width of Team Communicator, for example "360px". */
    '--team-width'?: string;
  }
}
