import { desktopAddress, readRoute, signInAddress } from './route';

const at = (path: string) => new URL(path, 'http://localhost:4400');

test('an agent in the address opens their desktop, ready unless told otherwise', () => {
  expect(readRoute(at('/?agent=ana'))).toEqual({ page: 'desktop', agent: 'ana', ready: true });
  expect(readRoute(at('/?agent=ana&ready=0'))).toEqual({ page: 'desktop', agent: 'ana', ready: false });
});

test('the bare address offers the sign-in page', () => {
  expect(readRoute(at('/'))).toEqual({ page: 'signIn' });
});

test('two desktops stand side by side', () => {
  expect(readRoute(at('/two-desktops?left=bianca&right=ana'))).toEqual({
    page: 'twoDesktops',
    left: 'bianca',
    right: 'ana',
  });
});

test('every page has the theme that the address asks for', () => {
  for (const path of ['/?theme=dark', '/?agent=ana&theme=dark', '/two-desktops?theme=dark'])
    expect(readRoute(at(path))).toMatchObject({ theme: 'dark' });
});

test('a bad value is named', () => {
  expect(readRoute(at('/?theme=pink'))).toMatchObject({
    page: 'badAddress',
    problem: expect.stringContaining('theme'),
  });
  expect(readRoute(at('/?agent=ana&theme=pink'))).toMatchObject({
    page: 'badAddress',
    problem: expect.stringContaining('theme'),
  });
  expect(readRoute(at('/?agent=%0A'))).toMatchObject({ page: 'badAddress', problem: expect.stringContaining('agent') });
});

test('signing in keeps the scenario', () => {
  expect(desktopAddress(at('/?scenario=queue'), 'ana')).toBe('/?scenario=queue&agent=ana');
});

test('the sign-in page keeps the contact centre and the look of the desktop that was left', () => {
  expect(signInAddress(at('/?agent=ana&ready=0&scenario=busy-agent&theme=dark&locale=ar'))).toBe(
    '/?scenario=busy-agent&theme=dark&locale=ar',
  );
  expect(signInAddress(at('/?agent=ana'))).toBe('/');
});
