// Runs in node against the installed packages: they import, and what needs no page works.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { checkTheme } from '@baton/check-theme';
import { contractVersion, satisfiesContract } from '@baton/contracts';
import { createEventBus } from '@baton/event-bus';
import { BatonOptionsError, createBaton } from '@baton/host-kit';
import { openTelemetry } from '@baton/opentelemetry';
import { createTestHost } from '@baton/host-kit/testing';
import { embedBaton } from '@baton/iframe';

assert.ok(satisfiesContract(contractVersion, `^${contractVersion}`));

const bus = createEventBus({ clock: { now: Date.now, setTimeout: () => () => undefined } });
const heard = [];
bus.emit('attention.changed', { incoming: 1, unread: 0 });
bus.on('attention.changed', (fact) => heard.push(fact));
assert.deepEqual(heard, [{ incoming: 1, unread: 0 }]);

assert.throws(() => createBaton({}), BatonOptionsError);
const getToken = () => Promise.resolve('');
const frame = { src: '/frame/', agent: { id: 'ana', name: 'Ana Ruiz' }, getToken };
const element = { append: () => undefined };
assert.throws(() => embedBaton(null, frame), /^TypeError: embedBaton needs an element of the page\.$/);
assert.throws(() => embedBaton(element, undefined), /^TypeError: embedBaton needs "src"\.$/);
assert.throws(() => embedBaton(element, { src: frame.src, getToken }), /^TypeError: embedBaton needs "agent"\.$/);
assert.throws(
  () => embedBaton(element, { ...frame, getToken: 'secret' }),
  /^TypeError: embedBaton needs a function "getToken"\.$/,
);
assert.equal(createTestHost().contract, contractVersion);
// No TracerProvider is registered: nothing is recorded, and no trace begins.
assert.equal(
  openTelemetry().emit({ name: 'baton.transfer.requested', attributes: { targetKind: 'agent' } }),
  undefined,
);

assert.deepEqual(checkTheme({}), []);
assert.match(execFileSync('node_modules/.bin/baton-check-theme', ['--help'], { encoding: 'utf8' }), /Exit code/);
