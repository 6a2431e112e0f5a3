import fc from 'fast-check';
import { DirectoryIndex, favourites, open, recents, searchTargets, step } from '.';
import type { Input } from '.';
import { attempts, toInput } from './testing/arbitraries';
import { Play, eventsFor, types } from './testing/play';
import { seedWith, testSeed } from './testing/seed';

const names = (play: Play, query: string) => play.search('ana', { query }).map((target) => target.name);

describe('search', () => {
  test.each([
    ['BIAN', ['Bianca Okafor']],
    ['bee', ['Bianca Okafor']],
    ['okafor bianca', ['Bianca Okafor']],
    ['szabo', ['Dóra Szabó']],
    ['Dórá', ['Dóra Szabó']],
    ['chen.w', ['Chen Wei']],
    ['9001', ['Priority routing']],
    ['queue', ['Billing', 'Delivery']],
    ['anca', []],
    [
      '',
      [
        'Ana Ruiz',
        'Bianca Okafor',
        'Billing',
        'Chen Wei',
        'Delivery',
        'Priority routing',
        'Senior agents',
        'Dóra Szabó',
        'Night shift',
      ],
    ],
  ])('"%s" finds %j', (query, expected) => {
    expect(names(new Play(), query)).toEqual(expected);
  });

  test.each([
    'Okafor, Bianca',
    '@bianca',
    '"Bianca Okafor"',
    'Bianca Okafor <bianca.o>',
    'B. Okafor',
    'Ｂｉａｎｃａ　Ｏｋａｆｏｒ',
    'Bi\u200Banca',
    '\u200EBianca Okafor',
    'Bi\u00ADan\u00ADca',
  ])('"%s", as people paste it, finds Bianca', (query) => {
    expect(names(new Play(), query)).toEqual(['Bianca Okafor']);
  });

  test('an index that has followed the directory finds what a new one finds', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        let state = open(testSeed);
        let at = testSeed.at;
        const [index, tried] = [new DirectoryIndex(), new Array<Input>()];
        tries.forEach(({ pause, attempt }, number) => {
          at += pause;
          const input = toInput(state, attempt, at, `command-${number}`, tried);
          if (!input) return;
          tried.push(input);
          const result = step(state, input);
          if (result.ok) state = result.state;
          for (const query of [{}, { query: 'b' }, { query: 'agent', limit: 3 }]) {
            const found = (by: DirectoryIndex) => searchTargets(state, { agentId: 'ana', at, index: by }, query);
            expect(found(index)).toEqual(found(new DirectoryIndex()));
          }
        });
      }),
      { numRuns: 50 },
    );
  });

  test('ready before busy before not ready before offline, favourites first among equals', () => {
    const play = new Play(
      seedWith({
        ana: { favourites: [{ kind: 'agent', id: 'chen', name: 'Chen Wei' }] },
        dora: { signedIn: true, sms: 'notReady', reason: 'lunch' },
      }),
    );
    play.happen({ kind: 'directoryChange', change: { type: 'activity', agentId: 'ana', activity: 'on a call' } });
    expect(names(play, 'agent')).toEqual(['Chen Wei', 'Bianca Okafor', 'Senior agents', 'Ana Ruiz', 'Dóra Szabó']);
  });

  test('says why a target cannot take an SMS', () => {
    const seed = seedWith({ bianca: { capacity: 0 }, chen: { sms: 'none', otherMediaReady: true } });
    const play = new Play({
      ...seed,
      agents: [
        ...seed.agents,
        { id: 'emil', name: 'Emil Sand', address: 'emil', signedIn: true, wrapUp: true, sms: 'notReady' },
        { id: 'fay', name: 'Fay Low', address: 'fay', signedIn: true, reachable: false, sms: 'none' },
      ],
    });
    const reasons = Object.fromEntries(
      play.search('ana', {}).map(({ name, sms }) => [name, sms.available || sms.reason]),
    );
    expect(reasons).toMatchObject({
      'Ana Ruiz': 'self',
      'Bianca Okafor': 'atCapacity',
      'Chen Wei': 'notForSms',
      'Dóra Szabó': 'offline',
      'Emil Sand': 'afterCallWork',
      'Fay Low': 'statusUnknown',
      'Night shift': 'noAgents',
      Billing: 'noneReady',
    });
  });

  test('goes by kind and by page', () => {
    const play = new Play();
    const page = (cursor?: string) =>
      searchTargets(
        play.state,
        { agentId: 'ana', at: play.at, index: play.index },
        { kinds: ['agent'], limit: 3, ...(cursor && { cursor }) },
      );
    expect(page()).toMatchObject({ value: { total: 4, next: '3', targets: [{}, {}, {}] } });
    expect(page('3')).toMatchObject({ value: { total: 4, targets: [{ id: 'dora' }] } });
    expect(page('3')).not.toHaveProperty('value.next');
    expect(page('-1')).toMatchObject({ ok: false, problem: { code: 'validation' } });
  });

  test('counts who is ready, who belongs, and what waits', () => {
    const play = new Play();
    play.send('ana', { type: 'signOut' });
    expect(play.search('chen', { query: 'billing' })).toMatchObject([{ figures: { ready: 1, total: 2, waiting: 2 } }]);
  });

  test('does not count the agent who asks, neither in search nor in what is told later', () => {
    const play = new Play();
    const billing = (agentId: string) => play.search(agentId, { query: 'billing' });
    expect(billing('ana')).toMatchObject([{ figures: { ready: 1, total: 1 }, sms: { available: true } }]);
    play.send('bianca', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
    play.wait(1000);
    const told = (agentId: string) =>
      eventsFor(play.sent, agentId).flatMap((event) =>
        event.type === 'targets.changed' ? event.targets.filter(({ id }) => id === 'billing') : [],
      );
    const noneReady = { figures: { ready: 0, total: 1 }, sms: { available: false, reason: 'noneReady' } };
    expect(billing('ana')).toMatchObject([noneReady]);
    expect(told('ana')).toMatchObject([noneReady]);
    expect(told('chen')).toMatchObject([{ figures: { ready: 1, total: 2 }, sms: { available: true } }]);
    play.send('bianca', { type: 'signOut' });
    expect(billing('ana')).toMatchObject([{ sms: { available: false, reason: 'noAgents' } }]);
  });
});

describe('changes of the directory', () => {
  test('are told together, a second after the first of them', () => {
    const play = new Play();
    play.send('chen', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
    play.wait(500);
    play.send('dora', { type: 'signIn', ready: true });
    play.wait(499);
    expect(types(play.sent, 'ana')).not.toContain('targets.changed');
    play.wait(1);
    const [changed] = eventsFor(play.sent, 'ana').filter((event) => event.type === 'targets.changed');
    expect(changed?.targets.map((target) => target.id)).toEqual(['chen', 'dora', 'priority', 'night']);
    play.wait(10_000);
    expect(types(play.sent, 'ana').filter((type) => type === 'targets.changed')).toHaveLength(1);
  });

  test('are not told when the directory is frozen, but oneself is up to date', () => {
    const play = new Play({ ...testSeed, directory: 'frozen' });
    play.send('bianca', { type: 'signOut' });
    play.send('ana', { type: 'setChannelState', channel: 'sms', state: 'notReady' });
    play.wait(10_000);
    expect(types(play.sent, 'ana')).not.toContain('targets.changed');
    expect(play.search('ana', { query: 'bianca' })).toMatchObject([
      { presence: { state: 'ready' }, sms: { available: true } },
    ]);
    expect(play.search('ana', { query: 'ana' })).toMatchObject([{ presence: { state: 'notReady' } }]);
  });
});

describe('favourites and recents', () => {
  const chen = { kind: 'agent', id: 'chen', name: 'Somebody' } as const;

  test('a favourite is saved once, under its own name, and removed', () => {
    const play = new Play();
    expect(eventsFor(play.send('ana', { type: 'saveFavourite', target: chen }), 'ana')).toMatchObject([
      { type: 'favourites.changed', favourites: [{ id: 'chen', name: 'Chen Wei' }] },
    ]);
    expect(play.send('ana', { type: 'saveFavourite', target: chen })).toEqual([]);
    expect(favourites(play.state, 'ana', play.at)).toMatchObject({
      value: { total: 1, targets: [{ id: 'chen', presence: { state: 'ready' } }] },
    });
    play.send('ana', { type: 'removeFavourite', target: chen });
    expect(play.send('ana', { type: 'removeFavourite', target: chen })).toEqual([]);
    expect(play.snapshot('ana').favourites).toEqual([]);
  });

  test('recents are the last ten, newest first', () => {
    const pools = Array.from(
      { length: 12 },
      (_, i) => ({ kind: 'skill', id: `skill-${i}`, name: `Skill ${i}`, address: `skill-${i}`, members: [] }) as const,
    );
    const play = new Play({ ...testSeed, pools: [...testSeed.pools, ...pools] });
    for (const { kind, id, name } of pools) play.send('ana', { type: 'addRecent', target: { kind, id, name } });
    play.send('ana', { type: 'addRecent', target: { kind: 'skill', id: 'skill-5', name: 'Skill 5' } });
    const answer = recents(play.state, 'ana', play.at);
    expect(answer.ok && answer.value.targets.map((target) => target.id)).toEqual(
      [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((number) => `skill-${number}`),
    );
  });

  test('only targets that exist are kept', () => {
    const play = new Play();
    const nobody = { kind: 'agent', id: 'nobody', name: 'Nobody' } as const;
    expect(play.refusalCode('ana', { type: 'saveFavourite', target: nobody })).toBe('not_found');
    expect(play.refusalCode('ana', { type: 'addRecent', target: nobody })).toBe('not_found');
  });
});
