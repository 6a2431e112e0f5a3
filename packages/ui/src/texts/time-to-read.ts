/** How long something that goes by itself stays, in milliseconds: at least five seconds, and half a second for each word (MM-04). */
export function timeToRead(text: string): number {
  return Math.max(5000, text.trim().split(/\s+/).length * 500);
}
