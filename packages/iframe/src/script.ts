import { embedBaton } from './embed-baton';

declare global {
  interface Window {
    embedBaton: typeof embedBaton;
  }
}

// For script tags: one global.
window.embedBaton = embedBaton;
