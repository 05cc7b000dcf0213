import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APART,
  DISSOLVED,
  DOUBTFUL,
  gradeOf,
  gradeOnSlope,
  leastSize,
  MIXED,
} from '../../../src/engine/insight/grade';
import { HOLDS } from '../../../src/engine/stats/choose-k';
import { HOLDS as SAID } from '../../../src/ui/text/holds';

const FIRM = { size: 500, customers: 4000, overlap: 0.9, silhouette: 0.4 };
const codes = (graded: typeof FIRM | { overlap: null }) =>
  gradeOf({ ...FIRM, ...graded }).reasons.map(({ code }) => code);

describe('gradeOf', () => {
  it('has the limits of the facts', () => {
    // FACTS.md sections 2 and 4: fpc, clusterboot; smallest segment max(1 %, 30).
    expect([HOLDS, DOUBTFUL, DISSOLVED]).toEqual([0.75, 0.6, 0.5]);
    expect([100, 3000, 3001, 1_000_000].map(leastSize)).toEqual([30, 30, 31, 10_000]);
    expect([APART, MIXED]).toEqual([0.25, 0]);
    expect(SAID).toBe(HOLDS);
  });

  it('calls good what is large, comes back and stands apart', () => {
    expect(gradeOf(FIRM)).toEqual({
      level: 'good',
      reasons: [{ code: 'firm', value: 0.9, limit: 0.75 }],
    });
    expect(gradeOf({ ...FIRM, size: 40, overlap: 0.75, silhouette: 0.25 }).level).toBe('good');
  });

  it('calls nothing good on one long slope, and leaves what is worse', () => {
    const { level, reasons } = gradeOnSlope(gradeOf(FIRM));
    expect([level, reasons.map(({ code }) => code)]).toEqual(['fair', ['steady', 'slope']]);
    const weak = gradeOf({ ...FIRM, size: 3 });
    expect(gradeOnSlope(weak)).toBe(weak);
  });

  it('calls weak what is too small, does not come back or lies among others, with all that fails', () => {
    expect(gradeOf({ ...FIRM, size: 39 })).toEqual({
      level: 'weak',
      reasons: [{ code: 'too-small', value: 39, limit: 40 }],
    });
    expect(codes({ ...FIRM, overlap: 0.59 })).toEqual(['shaky']);
    expect(codes({ ...FIRM, overlap: 0.5 })).toEqual(['dissolves']);
    expect(codes({ ...FIRM, size: 3, overlap: 0.2, silhouette: -0.01 })).toEqual([
      'too-small',
      'dissolves',
      'mixed',
    ]);
  });

  it('calls fair what is in doubt', () => {
    expect(codes({ ...FIRM, overlap: 0.6 })).toEqual(['doubtful']);
    expect(codes({ ...FIRM, overlap: 0.749, silhouette: 0.249 })).toEqual(['doubtful', 'close']);
    expect(codes({ overlap: null })).toEqual(['not-redrawn']);
    expect(gradeOf({ ...FIRM, overlap: null }).level).toBe('fair');
  });

  it('never falls when size, stability or separation rise', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const rank = { weak: 0, fair: 1, good: 2 };
    const more = fc.record({ size: fc.nat(50), overlap: share, silhouette: share });
    fc.assert(
      fc.property(fc.record({ size: fc.nat(80), overlap: share, silhouette: share }), more, (one, plus) => {
        const better = {
          customers: 4000,
          size: one.size + plus.size,
          overlap: Math.min(1, one.overlap + plus.overlap),
          silhouette: one.silhouette + plus.silhouette,
        };
        const before = gradeOf({ ...one, customers: 4000 });
        expect(rank[gradeOf(better).level]).toBeGreaterThanOrEqual(rank[before.level]);
      }),
    );
  });
});
