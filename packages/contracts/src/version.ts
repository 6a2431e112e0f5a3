/**
 * Version of the embedding contract: everything this package exports. The same
 * as the package's, which published ES modules cannot import.
 */
export const contractVersion: string = '0.1.0';

/**
 * Whether a contract version is in a range of the form `^major.minor.patch`. As
 * in semver, before 1.0 each minor version is one that breaks.
 */
export function satisfiesContract(version: string, range: string): boolean {
  const [major, minor, patch] = numbers(version);
  const [leastMajor, leastMinor, leastPatch] = numbers(range.slice(1));
  if (major !== leastMajor) return false;
  if (major > 0) return minor > leastMinor || (minor === leastMinor && patch >= leastPatch);
  return minor === leastMinor && patch >= leastPatch;
}

function numbers(version: string): [major: number, minor: number, patch: number] {
  const [major = Number.NaN, minor = Number.NaN, patch = Number.NaN] = version
    .split('-', 1)
    .join('')
    .split('.')
    .map(Number);
  return [major, minor, patch];
}
