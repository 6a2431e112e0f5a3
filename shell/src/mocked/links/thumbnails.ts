/** Set by the build: the ids that have a picture in docs/thumbnails. */
declare const BATON_THUMBNAILS: readonly string[];

const known = new Set(BATON_THUMBNAILS);

/** Whether there is a picture of a scenario or state, at `/thumbnails/<id>.jpg`. */
export function hasThumbnail(id: string): boolean {
  return known.has(id);
}
