// Runs in node against the installed packages: they import, and what needs no page works.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { checkTheme } from '@baton/check-theme';
import { contractVersion, satisfiesContract } from '@baton/contracts';
import { createEventBus } from '@baton/event-bus';
import { genesysWorkspace } from '@baton/genesys-workspace';
import { BatonOptionsError, createBaton } from '@baton/host-kit';
import { openTelemetry } from '@baton/opentelemetry';
import { twilioBackend, twilioConversations, TwilioOptionsError } from '@baton/twilio';
import { createTestHost } from '@baton/host-kit/testing';
import { createControl, startContactCentre } from '@baton/mocks';
import { createNodeListener } from '@baton/mocks/node';
import { embedBaton } from '@baton/iframe';

assert.ok(satisfiesContract(contractVersion, `^${contractVersion}`));

const bus = createEventBus({ clock: { now: Date.now, setTimeout: () => () => undefined } });
const heard = [];
bus.emit('attention.changed', { incoming: 1, unread: 0 });
bus.on('attention.changed', (fact) => heard.push(fact));
assert.deepEqual(heard, [{ incoming: 1, unread: 0 }]);

const getToken = () => Promise.resolve('');
assert.throws(() => createBaton({}), BatonOptionsError);
assert.throws(
  () => createBaton({ agent: { id: 'ana', name: 'Ana Ruiz' }, backend: { baseUrl: '/', getToken }, modules: {} }),
  /^Error: createBaton needs a page, and there is none: this code runs on a server\./,
);
// Next and other frameworks run on their servers what does not begin so.
const outlet = fileURLToPath(import.meta.resolve('@baton/host-kit/react'));
assert.match(readFileSync(outlet, 'utf8'), /^['"]use client['"];/);
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

// The vendor's SDKs are loaded only when an agent connects.
assert.throws(() => twilioBackend({ getToken }), TwilioOptionsError);
assert.equal(typeof twilioBackend({ getToken, conversations: twilioConversations({ getToken }) }), 'function');

assert.throws(() => genesysWorkspace({ baseUrl: 'gws.example', signIn: { getToken } }), /Give the whole address/);
assert.equal(
  typeof genesysWorkspace({ baseUrl: 'https://gws.example/workspace/v3', signIn: { getToken } }),
  'function',
);

// A contact centre over HTTP: time is moved, and Bianca has declined.
const centre = startContactCentre({ base: { state: 'inviting' } });
const server = createServer(createNodeListener(centre.handlers));
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const control = createControl(fetch, `http://127.0.0.1:${server.address().port}/`);
assert.equal((await control.overview()).transfers.length, 1);
await control.setColleague({ agentId: 'bianca', answer: 'decline', reason: 'busy', afterMs: 5000 });
await control.advance({ ms: 5000 });
assert.equal((await control.overview()).transfers.length, 0);
centre.close();
server.close().closeAllConnections();

assert.deepEqual(checkTheme({}), []);
assert.match(execFileSync('node_modules/.bin/baton-check-theme', ['--help'], { encoding: 'utf8' }), /Exit code/);
