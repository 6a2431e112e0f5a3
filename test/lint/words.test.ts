import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWords } from '../../scripts/lint/words.js';

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'baton-words-'));
  for (const folder of ['src/testing', 'shell/src/mocked']) mkdirSync(join(house, folder), { recursive: true });
});

afterAll(() => rmSync(house, { recursive: true }));

function check(source: string, path = 'a.tsx') {
  writeFileSync(join(house, path), source);
  return checkWords(house, [join(house, path)]);
}

describe('refused', () => {
  test.each([
    ['text', '<p>Accept</p>'],
    ['text in a fragment', '<>Accept</>'],
    ['a string', "<p>{'Accept'}</p>"],
    ['a template', '<p>{`Accept ${name}`}</p>'],
    ['either of two', "<p>{on ? 'Accept' : name}</p>"],
    ['what stands in for nothing', "<p>{name ?? 'Accept'}</p>"],
    ['what is there sometimes', "<p>{on && 'Accept'}</p>"],
    ['what is put together', "<p>{name + 'Accept'}</p>"],
    ['another script', '<p>قبول</p>', 'قبول'],
    ['a name for screen readers', '<button aria-label="Accept" />'],
    ['a computed name for screen readers', "<button aria-label={on ? 'Accept' : name} />"],
    ['a tooltip', '<button title={`Accept ${name}`} />'],
    ['a placeholder', "<input placeholder={'Accept'} />"],
    ['a picture', '<img alt="Accept" />'],
    ['what a component is told to say', '<Banner help="Accept" />'],
    ['text set by script', "(element.textContent = 'Accept')"],
    ['the title of the page', "(document.title = 'Accept')"],
    ['an attribute set by script', "element.setAttribute('aria-label', 'Accept')"],
    ['text put in by script', "element.append('Accept')"],
  ])('%s', (_, code, found = 'Accept') => {
    expect(check(`// ü\nexport const x = () =>\n  ${code};\n`)).toEqual([
      expect.stringMatching(new RegExp(`^a\\.tsx:3: "${found}" is in no catalogue`)),
    ]);
  });
});

test('the line is that of the word', () => {
  expect(check('export const x = (\n  <p>\n    Accept\n  </p>\n);\n')).toEqual([expect.stringMatching(/^a\.tsx:3: /)]);
});

describe('allowed', () => {
  test.each([
    ['what a catalogue says', "<p title={t('team.title')}>{t('sms.transfer')}</p>"],
    ['signs', '<p>· {count} :</p>'],
    ['other attributes', '<p className="row" id={`row-${name}`} data-part="name" role="group" />'],
    ['a choice of classes', "<p className={on ? 'on' : 'off'} />"],
    ['what is compared', "<p>{state === 'ready' ? t('presence.ready') : null}</p>"],
    ['the elements inside', '<p><b className="x">{name}</b></p>'],
    ['other attributes by script', "element.setAttribute('role', 'alert')"],
  ])('%s', (_, code) => {
    expect(check(`export const x = () => ${code};\n`)).toEqual([]);
  });

  test.each(['a.test.tsx', 'src/testing/a.tsx', 'shell/src/mocked/a.tsx'])('in %s', (path) => {
    expect(check('export const x = <p>Accept</p>;\n', path)).toEqual([]);
  });
});
