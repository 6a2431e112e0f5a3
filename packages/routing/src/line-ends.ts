/**
 * Ends lines with LF, in text that comes in pieces. A CR at the end of a piece may be half of a CRLF:
 * the parser would keep that line, and the event before it, until the next piece.
 */
export function lineEnds(): (piece: string) => string {
  let afterCr = false;
  return (piece) => {
    const text = afterCr && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (piece !== '') afterCr = piece.endsWith('\r');
    return text.replaceAll(/\r\n?/g, '\n');
  };
}
