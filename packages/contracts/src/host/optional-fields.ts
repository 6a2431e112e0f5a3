/** Options of which a host gives some. One that is `undefined` counts as left out. */
export type OptionalFields<T> = { [K in keyof T]?: T[K] | undefined };
