import { program } from './program.js';

/** The style sheet of the tokens, and what @baton/check-theme knows of them. */
export const generate = () => program(process.execPath, ['packages/ui/tokens/build.js']);
