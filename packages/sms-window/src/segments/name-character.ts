/** A character as an agent can recognise it; `mark` is what to show when it can be seen. */
export interface CharacterName {
  kind: 'visible' | 'tab' | 'noBreakSpace' | 'invisible';
  mark: string;
}

/** Names the whole character (with its accents and joiners) that stands at `index`, in code units. */
export function nameCharacter(text: string, index: number): CharacterName {
  const character = new Intl.Segmenter().segment(text).containing(index)?.segment ?? '';
  if (character === '\t') return { kind: 'tab', mark: '' };
  if (character === '\u00a0') return { kind: 'noBreakSpace', mark: '' };
  if (/^[\p{Z}\p{C}\p{M}]/u.test(character)) return { kind: 'invisible', mark: '' };
  return { kind: 'visible', mark: character };
}
