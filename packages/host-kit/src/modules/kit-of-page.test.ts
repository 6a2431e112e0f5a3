import { createManualClock } from '@baton/contracts/testing';
import { settled } from '../testing/settled';
import { createKitOfPage } from './kit-of-page';
import { createShareScope } from './shared-libraries';
import type { ShareScope } from './shared-libraries';

/** The scope of a module that has put its own kit of a version into it. */
function scopeWith(module: string, version: string, get: () => Promise<() => unknown>): ShareScope {
  return { '@baton/ui': { [version]: { get, from: module } }, react: { '19.3.1': { get, from: module } } };
}

const kitOf = (module: string) => jest.fn(() => Promise.resolve(() => `the kit of ${module}`));
const uiIn = async (scope: ShareScope, version = '1') => (await scope['@baton/ui']?.[version]?.get())?.();

function setUp() {
  const clock = createManualClock();
  return { clock, kit: createKitOfPage(clock) };
}

test('modules of one build have one kit: that of the first', async () => {
  const { kit } = setUp();
  const own = { sms: kitOf('sms'), team: kitOf('team') };
  const scopes = { sms: scopeWith('sms', '1', own.sms), team: scopeWith('team', '1', own.team) };
  kit.join('sms', scopes.sms);
  kit.join('team', scopes.team);
  expect([await uiIn(scopes.sms), await uiIn(scopes.team)]).toEqual(['the kit of sms', 'the kit of sms']);
  expect(own.team).not.toHaveBeenCalled();
  // What is not Baton's is decided elsewhere.
  expect(scopes.team['react']?.['19.3.1']?.get).toBe(own.team);
});

test('a module of another build has its own', async () => {
  const { kit } = setUp();
  const team = scopeWith('team', '2', kitOf('team'));
  kit.join('sms', scopeWith('sms', '1', kitOf('sms')));
  kit.join('team', team);
  expect(await uiIn(team, '2')).toBe('the kit of team');
});

test('what the page has for modules is not taken for a module’s', async () => {
  const { kit } = setUp();
  const page = createShareScope({ '@baton/ui': { version: '1', get: () => Promise.resolve('the kit of the page') } });
  const team = scopeWith('team', '1', kitOf('team'));
  kit.join('sms', page);
  kit.join('team', team);
  expect(await uiIn(team)).toBe('the kit of team');
});

test.each([
  ['fails', () => Promise.reject(new Error('503'))],
  ['hangs', () => new Promise<never>(() => undefined)],
])('a module takes its own when that of the first %s', async (_, first) => {
  const { kit, clock } = setUp();
  const [team, notifications] = [
    scopeWith('team', '1', kitOf('team')),
    scopeWith('notifications', '1', kitOf('notes')),
  ];
  kit.join('sms', scopeWith('sms', '1', first));
  kit.join('team', team);
  const coming = uiIn(team);
  await settled();
  clock.advance(3000);
  expect(await coming).toBe('the kit of team');
  // Who comes next does not wait for the first.
  kit.join('notifications', notifications);
  expect(await uiIn(notifications)).toBe('the kit of team');
  expect(clock.pending()).toBe(0);
});

test('who is to bring a version does so, also when another has it at hand sooner', async () => {
  const { kit } = setUp();
  expect(kit.claim('1', 'sms')).toBe(true);
  expect(kit.claim('1', 'team')).toBe(false);
  expect(kit.claim('2', 'team')).toBe(true);
  const team = scopeWith('team', '1', kitOf('team'));
  kit.join('team', team);
  const coming = uiIn(team);
  await settled();
  kit.join('sms', scopeWith('sms', '1', kitOf('sms')));
  expect(await coming).toBe('the kit of sms');
});

test('who was to bring a version and failed takes nothing away from the others', async () => {
  const { kit, clock } = setUp();
  kit.claim('1', 'sms');
  const team = scopeWith('team', '1', kitOf('team'));
  kit.join('team', team);
  const coming = uiIn(team);
  await settled();
  clock.advance(3000);
  expect(await coming).toBe('the kit of team');
  // When it comes after all, it is no longer the one to bring it.
  const sms = scopeWith('sms', '1', kitOf('sms'));
  kit.join('sms', sms);
  expect(await uiIn(sms)).toBe('the kit of team');
});

test('when who was to bring a version does not come, the next brings it for the rest, at once', async () => {
  const { kit } = setUp();
  kit.claim('1', 'sms');
  const own = { team: kitOf('team'), notifications: kitOf('notifications') };
  const scopes = [scopeWith('team', '1', own.team), scopeWith('notifications', '1', own.notifications)] as const;
  kit.join('team', scopes[0]);
  kit.join('notifications', scopes[1]);
  const coming = [uiIn(scopes[0]), uiIn(scopes[1])];
  await settled();
  kit.leave('sms');
  expect(await Promise.all(coming)).toEqual(['the kit of team', 'the kit of team']);
  expect(own.notifications).not.toHaveBeenCalled();
});
