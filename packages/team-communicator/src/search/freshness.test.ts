import { freshness } from './freshness';

const offset = 5_000;
const lost = { state: 'connectionLost', since: 100_000 } as const;

describe('freshness', () => {
  test('is live with the event stream, however old the page', () => {
    expect(freshness('pushed', { state: 'live' }, 0, offset, 9_000_000)).toEqual({ level: 'live' });
  });

  test.each([
    [30_000, { level: 'live' }],
    [30_001, { level: 'delayed', asOf: 105_000 }],
    [120_000, { level: 'delayed', asOf: 105_000 }],
    [120_001, { level: 'unknown', asOf: 105_000 }],
  ])('%d ms after the stream broke', (age, expected) => {
    expect(freshness('pushed', lost, 50_000, offset, 105_000 + age)).toEqual(expected);
  });

  test.each([
    [30_000, { level: 'recent', asOf: 50_000 }],
    [30_001, { level: 'delayed', asOf: 50_000 }],
    [120_001, { level: 'unknown', asOf: 50_000 }],
  ])('is %d ms old on request, when the page is, whatever the event stream does', (age, expected) => {
    expect(freshness('onRequest', { state: 'live' }, 50_000, offset, 50_000 + age)).toEqual(expected);
    expect(freshness('onRequest', lost, 50_000, offset, 50_000 + age)).toEqual(expected);
  });

  test('is of no matter where there is no presence', () => {
    expect(freshness('none', lost, 0, offset, 9_000_000)).toEqual({ level: 'none' });
  });

  test('counts from a page that came after the break', () => {
    expect(freshness('pushed', lost, 200_000, offset, 240_000)).toEqual({ level: 'delayed', asOf: 200_000 });
  });
});
