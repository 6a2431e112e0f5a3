import { matches, readingsOf } from './query';
import { wordsOf } from './words';

const targets = [
  ['Bianca Okafor', 'Bee', 'bianca.okafor', 'agent'],
  ['David Lindqvist', '', 'david.lindqvist', 'agent'],
  ['Siobhán O’Brien', '', 'siobhan', 'agent'],
  ['Jörg Müller', '', 'jm', 'agent'],
  ['Anne-Marie Laurent', '', 'aml', 'agent'],
  ['Ruud McDonald', '', 'rm', 'agent'],
  ['陈伟', '', 'chen.wei', 'agent'],
  ['سارة علي', '', 'sara', 'agent'],
  ['Billing', '', '+44 7700 800123', 'queue'],
  ['Night line', '', '9001', 'routing point'],
  ['🦊 Fox', '', 'fox', 'agent'],
];

function found(query: string): string[] {
  for (const reading of readingsOf(query)) {
    const names = targets.flatMap((texts) => (matches(reading, texts.flatMap(wordsOf)) ? (texts[0] ?? []) : []));
    if (names.length > 0) return names;
  }
  return [];
}

const bianca = [
  // As people type.
  'Bianca Okafor',
  'okafor bianca',
  'BIANCA',
  'bia oka',
  'bee',
  'B. Okafor',
  'Okafor B.',
  // As people paste.
  'Okafor, Bianca',
  'Okafor,Bianca',
  'Okafor; Bianca',
  '@bianca',
  '@bianca.okafor',
  '#BiancaOkafor',
  'BiancaOkafor',
  'bianca_okafor',
  'bianca-okafor',
  'bianca/okafor',
  '"Bianca Okafor"',
  '“Bianca Okafor”',
  '„Bianca Okafor“',
  '«Bianca Okafor»',
  '‘Bianca Okafor’',
  '`Bianca Okafor`',
  '(Bianca Okafor)',
  '[Bianca Okafor]',
  '<bianca.okafor>',
  '*Bianca Okafor*',
  'Bianca Okafor.',
  'Bianca Okafor:',
  'Bianca Okafor…',
  '- Bianca Okafor',
  '• Bianca Okafor',
  'Bianca Okafor <bianca.okafor>',
  'Bianca Okafor <bianca.okafor@example.com>',
  '"Okafor, Bianca" <bianca.okafor@example.com>;',
  'bianca.okafor@example.com',
  'mailto:bianca.okafor@example.com',
  'sip:bianca.okafor@example.com',
  'Bianca Okafor (she/her)',
  'Bianca Okafor [External]',
  'Bianca Okafor – senior something',
  'Bianca Okafor | Customer care',
  // With what cannot be seen.
  'Bianca\u00A0Okafor',
  'Bianca\u2009Okafor',
  'Bianca\u3000Okafor',
  'Bianca\tOkafor',
  'Bianca\r\nOkafor\n',
  '\u200BBianca\u200B Okafor\u200B',
  'Bi\u200Banca',
  'Bianca\u200BOkafor',
  '\u200EBianca Okafor\u200E',
  '\u202ABianca\u202C \u202AOkafor\u202C',
  '\u2068Bianca Okafor\u2069',
  'Bi\u00ADan\u00ADca Oka\u00ADfor',
  'Bi\u2060anca',
  '\uFEFFBianca',
  'Bian\u200Dca',
  'Bianca\uFE0F',
  // In other letters.
  'Ｂｉａｎｃａ　Ｏｋａｆｏｒ',
  'ＢＩＡＮＣＡ',
  'ｂｉａｎｃａ．ｏｋａｆｏｒ',
  'Bíanca Ökafor',
  'Bianca\u0301',
  '𝐁𝐢𝐚𝐧𝐜𝐚',
  'Ⓑⓘⓐⓝⓒⓐ',
];

test.each(bianca)('"%s" finds Bianca alone', (query) => {
  expect(found(query)).toEqual(['Bianca Okafor']);
});

test.each([
  ['D. Lindqvist', ['David Lindqvist']],
  ['Lindqvist, D.', ['David Lindqvist']],
  ["O'Brien", ['Siobhán O’Brien']],
  ['OBrien', ['Siobhán O’Brien']],
  ['o brien', ['Siobhán O’Brien']],
  ['brien', ['Siobhán O’Brien']],
  ['Mueller', ['Jörg Müller']],
  ['muller', ['Jörg Müller']],
  ['annemarie', ['Anne-Marie Laurent']],
  ['Anne Marie', ['Anne-Marie Laurent']],
  ['McDonald', ['Ruud McDonald']],
  ['陈', ['陈伟']],
  ['ساره', ['سارة علي']],
  ['+447700800123', ['Billing']],
  ['(44) 7700-800 123', ['Billing']],
  ['tel:+44-7700-800123', ['Billing']],
  ['٩٠٠١', ['Night line']],
  ['#9001', ['Night line']],
  ['90-01', ['Night line']],
  ['🦊', ['🦊 Fox']],
  ['anca', []],
  ['bianca chen', []],
  ['Bianca Lindqvist', []],
])('"%s" finds %j', (query, names) => {
  expect(found(query)).toEqual(names);
});

test.each(['', ' ', '"', '@', ' – ', '…', '\u200B'])('"%s" asks for nothing', (query) => {
  expect(readingsOf(query)).toEqual([]);
});
