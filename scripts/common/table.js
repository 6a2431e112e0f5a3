/**
 * Prints rows of equal shape as a table.
 *
 * @param {Record<string, string | number>[]} rows
 */
export function printTable(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index].length)));
  for (const line of lines) {
    console.log(
      `  ${line.map((cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index]))).join('  ')}`,
    );
  }
}
