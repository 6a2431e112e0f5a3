export { createHttpRouting } from './http-routing';
export { openSession, signInChoices } from './session';
export type { SignInConnection } from './session';
