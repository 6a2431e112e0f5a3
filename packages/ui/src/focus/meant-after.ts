/**
 * How long something has to stand where it is until a key or a click on it is taken as meant, in milliseconds: what
 * comes sooner was meant for what was there before (IP-07).
 */
export const meantAfterMs = 500;
