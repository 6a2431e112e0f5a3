/** How long a text stays that disappears by itself, in milliseconds: half a second for each word, and at least five seconds (MM-04). */
export function timeToRead(text: string): number {
  return Math.max(5000, text.trim().split(/\s+/).length * 500);
}
