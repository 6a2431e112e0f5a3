import { freshness } from './freshness';

const offset = 5_000;
const lost = { state: 'connectionLost', since: 100_000 } as const;

describe('freshness', () => {
  it('is live with the event stream, however old the page', () => {
    expect(freshness({ state: 'live' }, 0, offset, 9_000_000)).toEqual({ level: 'live' });
  });

  it.each([
    [30_000, { level: 'live' }],
    [30_001, { level: 'delayed', asOf: 105_000 }],
    [120_000, { level: 'delayed', asOf: 105_000 }],
    [120_001, { level: 'unknown', asOf: 105_000 }],
  ])('%d ms after the stream broke', (age, expected) => {
    expect(freshness(lost, 50_000, offset, 105_000 + age)).toEqual(expected);
  });

  it('counts from a page that came after the break', () => {
    expect(freshness(lost, 200_000, offset, 240_000)).toEqual({ level: 'delayed', asOf: 200_000 });
  });
});
