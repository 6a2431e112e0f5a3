/** What somebody may have meant who gave an id that there is not; all ids when none is like it. */
export function choicesFor(id: string, ids: readonly string[]): string {
  const given = id.toLowerCase();
  const like = ids.includes(given)
    ? [given]
    : ids.filter((one) => given !== '' && (one.includes(given) || given.includes(one)));
  return like.length > 0 ? `Perhaps ${like.join(', ')}.` : `Choose one of: ${ids.join(', ')}.`;
}
