/**
 * Version of the embedding contract: everything that this package exports. A copy of the current or next version in
 * package.json, which published ES modules cannot import.
 */
export const contractVersion: string = '0.2.0';

/**
 * The header with the desktop's contract version on every request, for backends that adapt their answers to it. Backends
 * may ignore it.
 */
export const contractHeader = 'Baton-Contract';

/**
 * Whether a contract version is in a range of the form `^major.minor.patch`. As in semver, every minor version before 1.0
 * is a breaking one.
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
