import { inLanguageOf, readLanguage } from './language';
import { readRoute } from './route';

const at = (path: string) => new URL(path, 'http://localhost:4400');

test('the address says the language, and the language which way its script runs', () => {
  expect(readLanguage(at('/?agent=ana'))).toEqual({ locale: 'en-GB', dir: 'ltr' });
  expect(readLanguage(at('/?locale=de-AT'))).toEqual({ locale: 'de-AT', dir: 'ltr' });
  expect(readLanguage(at('/?locale=ar'))).toEqual({ locale: 'ar', dir: 'rtl' });
  expect(readLanguage(at('/?locale=ar&dir=ltr'))).toEqual({ locale: 'ar', dir: 'ltr' });
});

test('a language that is none is told, in English', () => {
  expect(readLanguage(at('/?locale=en_GB'))).toEqual({ locale: 'en-GB', dir: 'ltr' });
  for (const path of ['/?locale=en_GB', '/?agent=ana&locale=en_GB', '/two-desktops?locale=en_GB']) {
    expect(readRoute(at(path))).toEqual({
      page: 'badAddress',
      problem: 'locale: is no BCP 47 language tag, as for example "de-AT" is',
    });
  }
});

test('links stay in the language, and take nothing else along', () => {
  const here = at('/?agent=ana&scenario=queue&locale=ar&dir=ltr');
  expect(inLanguageOf(here, '/')).toBe('/?locale=ar&dir=ltr');
  expect(inLanguageOf(here, '/two-desktops?left=ana')).toBe('/two-desktops?left=ana&locale=ar&dir=ltr');
  expect(inLanguageOf(at('/?agent=ana'), '/')).toBe('/');
  for (const bad of ['/?locale=zz_', '/?locale=', '/?dir=up']) expect(inLanguageOf(at(bad), '/')).toBe('/');
});
