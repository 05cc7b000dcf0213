import { beforeAll, describe, expect, it } from 'vitest';
import { gradeOf, gradeOnSlope } from '../../../src/engine/insight/grade';
import { useLocale } from '../../../src/ui/text/format';
import { gradeWords } from '../../../src/ui/text/grades';

beforeAll(() => useLocale('en-GB'));

const FIRM = { size: 500, customers: 4000, overlap: 0.94, silhouette: 0.4 };
const words = (graded: Partial<Parameters<typeof gradeOf>[0]>) =>
  Object.values(gradeWords(gradeOf({ ...FIRM, ...graded }))).join(': ').replaceAll('\u00a0', ' '); // prettier-ignore

describe('gradeWords', () => {
  it('says what makes a target good', () => {
    expect(words({})).toBe(
      'Good target: 94 % come back when customers are redrawn; its customers are much alike.',
    );
  });

  it('says that nothing stands apart on one slope', () => {
    const { verdict, because } = gradeWords(gradeOnSlope(gradeOf(FIRM)));
    expect(`${verdict}: ${because}`.replaceAll('\u00a0', ' ')).toBe(
      'Fair target: 94 % come back when customers are redrawn. It is cut from one long slope and has no gap around it.',
    );
  });

  it('warns of what fails, with every reason', () => {
    expect(words({ size: 23, overlap: 0.41 })).toBe(
      'Do not target on this: Only 23 customers; 40 would be enough. It dissolves when customers are redrawn: 41 % come back.',
    );
    expect(words({ overlap: 0.55 })).toBe(
      'Do not target on this: 55 % come back when customers are redrawn; 75 % would be firm.',
    );
    expect(words({ silhouette: -0.05 })).toBe(
      'Do not target on this: Its customers are nearer to another segment (silhouette −0.05).',
    );
  });

  it('says what is in doubt', () => {
    expect(words({ overlap: 0.68, silhouette: 0.2 })).toBe(
      'Fair target: 68 % come back when customers are redrawn; 75 % would be firm. Its edge is blurred (silhouette 0.20; from 0.25 its customers are much alike).',
    );
    expect(words({ overlap: null })).toBe(
      'Fair target: Whether it comes back when customers are redrawn is not known.',
    );
  });
});
