import { aPool, aTarget, testStart } from '@baton/module-kit/testing';
import { createTexts, uiCatalogue } from '@baton/ui';
import type { Presence, KnownTarget } from '@baton/contracts';
import { catalogue } from '../messages';
import { describeTarget, presenceMark } from './describe-target';

const texts = createTexts({ locale: 'en-GB', catalogues: [catalogue, uiCatalogue] });
const described = (target: KnownTarget) => describeTarget(target, 'live', testStart, texts).join(' · ');
const agent = (presence: Partial<Presence>) =>
  aTarget({ presence: { state: 'ready', since: testStart - 720_000, ...presence } });

test.each<[string, KnownTarget]>([
  ['Agent · Ready · 12 min', agent({})],
  ['Agent · Busy · on a call 12 min', agent({ state: 'busy', activity: 'on a call' })],
  ['Agent · Not Ready (lunch) · 12 min', agent({ state: 'notReady', reason: 'lunch' })],
  ['Agent · After-call work · 12 min', agent({ state: 'afterCallWork' })],
  ['Agent · Offline', agent({ state: 'offline' })],
  ['Agent · Status unknown', agent({ state: 'unknown' })],
  ['Agent · Ready, not for SMS', aTarget({ sms: { available: false, reason: 'notForSms' } })],
  ['Agent · Ready, at capacity', aTarget({ sms: { available: false, reason: 'atCapacity' } })],
  ['Agent group · 2 of 8 ready', aPool({ kind: 'agentGroup', figures: { ready: 2, total: 8 } })],
  ['Skill · 1 agent ready', aPool({ kind: 'skill', figures: { ready: 1, total: 8 } })],
  ['Queue · 3 waiting · 6 agents ready', aPool()],
  ['Queue · no agents ready', aPool({ figures: { ready: 0, total: 8 } })],
  ['Routing point', aPool({ kind: 'routingPoint' })],
  ['Agent · Ready · 4 min · No permission', aTarget({ sms: { available: false, reason: 'permission' } })],
  [
    'Queue · 3 waiting · 6 agents ready · The conversation is in this queue',
    aPool({ sms: { available: false, reason: 'ownQueue' } }),
  ],
  // K8-3 The reason stands in the line, also where neither presence nor figures say it.
  ['Agent · Offline', aTarget({ presence: undefined, sms: { available: false, reason: 'offline' } })],
  ['Agent · Status unknown', aTarget({ presence: undefined, sms: { available: false, reason: 'statusUnknown' } })],
  ['Agent · Ready, at capacity', aTarget({ presence: undefined, sms: { available: false, reason: 'atCapacity' } })],
  ['Agent · Ready · 4 min · Not available', aTarget({ sms: { available: false, reason: 'unknown:onStrike' } })],
  ['Routing point · no agents ready', aPool({ kind: 'routingPoint', sms: { available: false, reason: 'noneReady' } })],
  ['Queue · no agents ready', aPool({ figures: undefined, sms: { available: false, reason: 'noAgents' } })],
  ['Queue · no agents ready', aPool({ figures: { ready: 0 }, sms: { available: false, reason: 'noneReady' } })],
  // What is not known is not said.
  ['Agent', aTarget({ presence: undefined })],
  ['Agent · Ready · 4 min', aTarget({ sms: { available: 'unknown' } })],
  ['Queue', aPool({ figures: undefined })],
  ['Queue', aPool({ figures: {} })],
  ['Queue · 3 waiting', aPool({ figures: { waiting: 3 } })],
  ['Queue · 6 agents ready', aPool({ figures: { ready: 6 } })],
  ['Agent group · 6 agents ready', aPool({ kind: 'agentGroup', figures: { ready: 6 } })],
  ['Agent group', aPool({ kind: 'agentGroup', figures: { total: 8 } })],
  ['Skill', aPool({ kind: 'skill', figures: { total: 8 } })],
])('%s', (expected, target) => {
  expect(described(target)).toBe(expected);
});

test('claims nothing about presence that is too old', () => {
  expect(describeTarget(aPool(), 'unknown', testStart, texts)).toEqual(['Queue', 'Status unknown']);
  expect(presenceMark(aTarget(), 'unknown')).toBe('unknown');
});

test('has no words and no mark for presence that was never known', () => {
  expect(describeTarget(aPool({ figures: undefined }), 'unknown', testStart, texts)).toEqual(['Queue']);
  expect(presenceMark(aTarget({ presence: undefined }), 'unknown')).toBeUndefined();
});

test('says nothing of presence where there is none', () => {
  expect(describeTarget(aTarget(), 'none', testStart, texts)).toEqual(['Agent']);
  expect(
    describeTarget(aTarget({ sms: { available: false, reason: 'permission' } }), 'none', testStart, texts),
  ).toEqual(['Agent', 'No permission']);
  expect(presenceMark(aTarget(), 'none')).toBeUndefined();
  expect(presenceMark(aTarget(), 'live')).toBe('ready');
});
