import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as offered from '../../packages/contracts/src/for-modules';

const packages = join(__dirname, '../../packages');
const built = ['module-kit', 'ui', 'desktop', 'team-communicator', 'sms-window', 'notifications'];

test('a page that offers the vocabulary to modules has all that they use of it', () => {
  const used = built.flatMap((name) =>
    readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testing/.test(file))
      .flatMap((file) => valuesFrom(readFileSync(join(packages, name, 'src', file), 'utf8'))),
  );
  expect(Object.keys(offered).toSorted()).toEqual([...new Set(used)].toSorted());
});

/** Names of values, not of types, that a source file takes from the vocabulary. */
function valuesFrom(source: string): string[] {
  const imports = source.matchAll(/(?:import|export) \{([^}]*)\} from '@baton\/contracts';/g);
  return [...imports].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );
}
