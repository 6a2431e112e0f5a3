/**
 * How long a control has to be in its place until a key or click counts as meant for it: a sooner one was meant for what
 * was there before (IP-07).
 */
export const meantAfterMs = 500;
