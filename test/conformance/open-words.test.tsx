import { act } from '@testing-library/react';
import { EventFrame, MessagePage, Problem, SessionAnswer, SignInChoices, Snapshot, TargetPage } from '@baton/contracts';
import { createBaton, openSession, signInChoices } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';
import { renderInHost } from '@baton/module-kit/testing';
import * as v from 'valibot';
import type { GenericSchema } from 'valibot';
import { createManualClock, flushPromises } from '../../mocks/testing/manual-clock';
import { createSeededRandom } from '../../mocks/testing/seeded-random';
import * as notifications from '../../packages/notifications/src/index';
import * as smsWindow from '../../packages/sms-window/src/index';
import '../../packages/sms-window/src/testing/browser-gaps';
import * as teamCommunicator from '../../packages/team-communicator/src/index';
import '../../packages/team-communicator/src/testing/stand-ins';
import { closedSets, foreignDocuments, foreignWord, sampleOf } from './open-sets';
import type { Foreign } from './open-sets';

// Today's desktop with a contact centre that uses one new word, at every place where words may be added.

const told = { EventFrame, MessagePage, Problem, SessionAnswer, SignInChoices, Snapshot, TargetPage };

/** One document for each place. The members of a variant share theirs, so the first is enough. */
function foreignIn(name: keyof typeof told): [place: string, foreign: unknown][] {
  const all: Foreign[] = foreignDocuments(told[name], name);
  return [...new Map(all.map(({ place, document }): [string, unknown] => [place, document]).toReversed())].toReversed();
}

type Answer = (request: Request) => unknown;

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  localStorage.clear();
});

/** A desktop whose contact centre gives these answers, by path; right ones for all others. */
async function open(answers: Readonly<Record<string, Answer>> = {}) {
  const clock = createManualClock();
  const random = createSeededRandom();
  let say: (event: string, data: unknown) => void = () => undefined;
  const usual: Readonly<Record<string, Answer>> = {
    // Without a snapshot, so that the one of these answers is asked for.
    '/v1/session': () => sampleOf(v.omit(SessionAnswer, ['snapshot'])),
    '/v1/session/agents': () => sampleOf(SignInChoices),
    '/v1/snapshot': () => sampleOf(Snapshot),
    '/v1/targets': () => sampleOf(TargetPage),
    '/v1/targets/favourites': () => sampleOf(TargetPage),
    '/v1/targets/recents': () => sampleOf(TargetPage),
    '/v1/interactions/sample-1/messages': () => sampleOf(MessagePage),
    '/v1/commands': async (request) => ({ commandId: (await bodyOf(request)).commandId }),
  };
  const connection = {
    baseUrl: 'http://contact-centre.test/',
    clock,
    random,
    async fetch(input: RequestInfo | URL, init?: RequestInit) {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      if (pathname === '/v1/events') return stream();
      const answer = await (answers[pathname] ?? usual[pathname])?.(request);
      return answer instanceof Response ? answer : Response.json(answer);
    },
  };
  function stream() {
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        say = (event, data) => controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        say('heartbeat', { at: 1, everyMs: 60_000 });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  const choices = await signInChoices(connection);
  const session = await openSession(connection, 'sample-1');
  if (!choices.ok || !session.ok) throw new Error('The agent could not sign in.');
  const baton = createBaton({ ...session.value, modules: {}, clock, random, timing: { realTimeException: true } });
  endings.push(baton.close);
  const pass = () => act(() => clock.advance(1_000));
  await flushPromises();
  await pass();
  return { baton, pass, say: (event: string, data: unknown) => say(event, data) };
}

const bodyOf = async (request: Request): Promise<{ commandId?: string }> => request.json();

/** All text that the agent can see. */
async function show(baton: Baton) {
  const [conversation] = Object.keys(baton.context.desktop.getState().interactions);
  baton.context.bus.emit('interaction.active', { interactionId: conversation ?? null, focus: false });
  const shown = [
    await renderInHost(smsWindow, baton.context),
    await renderInHost(notifications, baton.context, { view: 'previews' }),
    await renderInHost(notifications, baton.context, { view: 'messages' }),
    await renderInHost(teamCommunicator, baton.context),
  ];
  await act(async () => {
    void baton.context.bus.request('team.open', {}).catch(() => undefined);
    void baton.context.bus.request('messages.open', {}).catch(() => undefined);
  });
  return {
    crashes: () => shown.flatMap(({ crashes }) => crashes),
    text: () => shown.map(({ container }) => container.textContent).join('\n'),
  };
}

/** Removes the marks that isolate the direction of names. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');

/** No error is shown, and no identifier of the wire. */
function expectWhole(baton: Baton, page: Awaited<ReturnType<typeof show>>) {
  expect(baton.context.desktop.getState().connection).toEqual({ state: 'live' });
  expect(page.crashes()).toEqual([]);
  expect(page.text()).not.toMatch(new RegExp(`unknown:|${foreignWord}|did not load`));
}

test('what desktops are told is open, but for these', () => {
  const closed = Object.entries(told).flatMap(([name, schema]: [string, GenericSchema]) => closedSets(schema, name));
  // Other numbers are other wires. Besides yes and no there is only not knowing.
  expect([...new Set(closed)].toSorted()).toEqual([
    'EventFrame.events[].targets[].sms.available',
    'EventFrame.v',
    'SessionAnswer.snapshot.v',
    'Snapshot.v',
    'TargetPage.targets[].sms.available',
  ]);
});

test('a desktop stands in front of the right documents', async () => {
  const { baton } = await open();
  const page = await show(baton);
  expectWhole(baton, page);
  expect(page.text()).toContain('sample-1');
});

const cannotShow = 'Something happened that this version cannot show';

/** What an agent reads in the place of what cannot be shown. */
const neutral: Readonly<Record<string, string>> = {
  'Snapshot.messages[].messages[].kind': cannotShow,
  'Snapshot.messages[].messages[].event': cannotShow,
  'Snapshot.messages[].messages[].delivery.reason': 'It was not delivered. Code for support: sample-1.',
  'Snapshot.notices[].kind': cannotShow,
  'Snapshot.notices[].severity': 'Information',
  'Snapshot.transfers[].state': 'It is not known how the transfer to sample-1 stands',
  'Snapshot.transfers[].reason': 'The transfer to sample-1 did not work',
  'Snapshot.invitations[].kind': 'Incoming conversation with sample-1',
  'TargetPage.targets[].presence.state': 'Status unknown',
};

test.each(foreignIn('Snapshot'))('%s', async (place, snapshot) => {
  const { baton, pass } = await open({ '/v1/snapshot': () => snapshot });
  const page = await show(baton);
  await pass();
  expectWhole(baton, page);
  expect(plain(page.text())).toContain(neutral[place] ?? 'sample-1');
});

const frames = foreignDocuments(EventFrame, 'EventFrame');
const endsSession = 'EventFrame.events[].reason';

test('every frame, one after the other', async () => {
  const { baton, pass, say } = await open();
  const page = await show(baton);
  let cursor = 1;
  for (const { place, document } of frames) {
    if (place === endsSession) continue;
    cursor += 1;
    say('frame', withPosition(document, cursor));
    await pass();
    expect([place, baton.context.desktop.getState().cursor]).toEqual([place, cursor]);
    expectWhole(baton, page);
  }
});

test(`${endsSession} ends the session`, async () => {
  const { baton, pass, say } = await open();
  const page = await show(baton);
  const frame = frames.find(({ place }) => place === endsSession);
  say('frame', withPosition(frame?.document, 2));
  await pass();
  expect(baton.context.desktop.getState().connection.state).toBe('sessionEnded');
  expect(page.crashes()).toEqual([]);
});

test.each(foreignIn('TargetPage'))('%s', async (place, targets) => {
  const answer = () => targets;
  const { baton, pass } = await open({ '/v1/targets': answer, '/v1/targets/favourites': answer });
  const page = await show(baton);
  await pass();
  expectWhole(baton, page);
  expect(plain(page.text())).toContain(neutral[place] ?? 'sample-1');
});

test.each(foreignIn('MessagePage'))('%s', async (_, messages) => {
  const { baton } = await open({ '/v1/interactions/sample-1/messages': () => messages });
  expect(await baton.context.reads.messages({ interactionId: 'sample-1', before: 1 })).toMatchObject({ ok: true });
});

test.each(foreignIn('Problem'))('%s', async (_, problem) => {
  let refused = false;
  const refuse = () => Response.json(problem, { status: 409 });
  const { baton } = await open({
    '/v1/commands': async (request) => (refused ? refuse() : { commandId: (await bodyOf(request)).commandId }),
  });
  refused = true;
  const page = await show(baton);
  const target = { kind: 'agent', id: 'sample-1', name: 'sample-1' } as const;
  await act(() => baton.context.commands.startTransfer({ interactionId: 'sample-1', target }));
  expectWhole(baton, page);
});

/** The same as the event that stands at `position` in the log. */
function withPosition(document: unknown, position: number): unknown {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'version' || key === 'cursor' ? position : value,
  );
}
