import { embedBaton } from './embed-baton';

declare global {
  interface Window {
    embedBaton: typeof embedBaton;
  }
}

// The entry for script tags, which makes one global.
window.embedBaton = embedBaton;
