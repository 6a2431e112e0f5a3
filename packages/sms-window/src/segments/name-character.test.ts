import { nameCharacter } from './name-character';

test.each([
  ['It’s', 2, { kind: 'visible', mark: '’' }],
  ['é combined: e\u0301', 13, { kind: 'visible', mark: 'e\u0301' }],
  ['👨‍👩‍👧', 0, { kind: 'visible', mark: '👨‍👩‍👧' }],
  ['a\tb', 1, { kind: 'tab', mark: '' }],
  ['a\u00a0b', 1, { kind: 'noBreakSpace', mark: '' }],
  ['a\u200bb', 1, { kind: 'invisible', mark: '' }],
])('%j at %d', (text, index, name) => {
  expect(nameCharacter(text, index)).toEqual(name);
});
