import fc from 'fast-check';
import { satisfiesContract } from './version';

test.each([
  ['1.2.3', '^1.2.3', true],
  ['1.9.0', '^1.2.3', true],
  ['1.2.2', '^1.2.3', false],
  ['2.0.0', '^1.2.3', false],
  ['0.1.4', '^0.1.0', true],
  ['0.2.0', '^0.1.0', false],
  ['0.1.0-next.1', '^0.1.0', true],
  ['nonsense', '^0.1.0', false],
  ['0.1.0', 'nonsense', false],
])('%s in %s: %s', (version, range, expected) => {
  expect(satisfiesContract(version, range)).toBe(expected);
});

test('a version is in its own range, and never in that of another major version', () => {
  const number = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(number, number, number, number, (major, minor, patch, other) => {
      const version = `${major}.${minor}.${patch}`;
      expect(satisfiesContract(version, `^${version}`)).toBe(true);
      if (other !== major) expect(satisfiesContract(version, `^${other}.0.0`)).toBe(false);
    }),
  );
});
