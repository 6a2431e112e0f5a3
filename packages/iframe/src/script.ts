import { embedBaton } from './embed-baton';

// For script tags: one global.
Object.assign(window, { embedBaton });
