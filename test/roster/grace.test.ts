import { describe, expect, it } from 'vitest';
import { graceOf } from '../../source/roster/licenses/grace.ts';

const since = '2026-11-23T07:41:00.000Z';
const pool = { used: 12, total: 10, exceeded_since: since };

describe('the 30-minute grace of the concurrent model (domain rule 4)', () => {
  it('starts when the pool is first exceeded', () => {
    expect(graceOf(pool, new Date('2026-11-23T08:10:59Z'))).toEqual({
      exceededSince: since,
      graceUntil: '2026-11-23T08:11:00.000Z',
      excess: 2,
      overdue: false,
    });
  });

  it('is over after 30 minutes', () => {
    expect(graceOf(pool, new Date('2026-11-23T08:11:00Z'))).toMatchObject({ overdue: true });
  });

  it('is none where the pool suffices', () => {
    expect(graceOf({ ...pool, exceeded_since: null }, new Date())).toBeNull();
    expect(graceOf({ ...pool, used: 10 }, new Date())).toBeNull();
  });
});
