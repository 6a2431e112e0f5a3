import { shortcuts } from '@baton/ui/shortcuts';
import { keysOfPanel } from './keys';

test('no shortcut of the product has the keys of the panel', () => {
  const taken: string[] = shortcuts.flatMap(({ keys, apple }) => [keys, apple]);
  for (const keys of Object.values(keysOfPanel)) expect(taken).not.toContain(keys);
});
