import { aPool, aTarget, testStart } from '@baton/module-kit/testing';
import { createTexts, uiCatalogue } from '@baton/ui';
import type { Presence, Target } from '@baton/contracts';
import { catalogue } from '../messages';
import { describeTarget } from './describe-target';

const texts = createTexts({ locale: 'en-GB', catalogues: [catalogue, uiCatalogue] });
const described = (target: Target) => describeTarget(target, 'live', testStart, texts).join(' · ');
const agent = (presence: Partial<Presence>) =>
  aTarget({ presence: { state: 'ready', since: testStart - 720_000, ...presence } });

it.each<[string, Target]>([
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
])('%s', (expected, target) => {
  expect(described(target)).toBe(expected);
});

it('claims nothing about presence that is too old', () => {
  expect(describeTarget(aPool(), 'unknown', testStart, texts)).toEqual(['Queue', 'Status unknown']);
});
