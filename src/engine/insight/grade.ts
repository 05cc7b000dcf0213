import { HOLDS } from '../stats/choose-k';

/** Below this mean overlap the redraws do not bring a segment back: "do not trust" (fpc, clusterboot). */
export const DOUBTFUL = 0.6;
/** At this mean overlap and below a segment dissolves. */
export const DISSOLVED = 0.5;
/** Below this mean silhouette there is no substantial structure (Kaufman and Rousseeuw 1990). */
export const APART = 0.25;
/** Below this its customers are on the average nearer to another segment. */
export const MIXED = 0;

/** Customers that a segment needs: one in a hundred, and 30. */
export const leastSize = (customers: number): number => Math.max(Math.ceil(customers / 100), 30);

/** Below this share of customers who clearly belong to it, a segment has more edge than middle. */
export const BLURRED = 0.5;

export type GradeLevel = 'good' | 'fair' | 'weak';

/** Why a grade is what it is; `value` beside `limit` where the two were compared. */
export interface GradeReason {
  code:
    | 'too-small'
    | 'dissolves'
    | 'shaky'
    | 'mixed'
    | 'doubtful'
    | 'not-redrawn'
    | 'close'
    | 'unsure'
    | 'firm'
    | 'slope'
    | 'steady';
  value: number;
  limit: number;
}

export interface Grade {
  level: GradeLevel;
  /** What decided, the size first. */
  reasons: readonly GradeReason[];
}

export interface Graded {
  size: number;
  /** All customers in segments. */
  customers: number;
  /** Mean best Jaccard overlap over the redraws; null where it was not measured. */
  overlap: number | null;
  /** Mean silhouette of its customers; null where it was not measured. */
  silhouette: number | null;
  /** Share of its customers that clearly belong to it, where that is known: it then stands for the silhouette. */
  sure?: number | null;
}

/**
 * Whether a segment is fit to be targeted, from its size, its stability and its separation (its silhouette, or how many
 * of its customers clearly belong to it): `weak` where one of them
 * fails, `fair` where one is in doubt, else `good`. A stability that was not measured is in doubt.
 */
export function gradeOf(given: Graded): Grade {
  const { sure = null } = given;
  const graded = sure === null ? given : { ...given, silhouette: null };
  const failing = failures(graded);
  if (failing.length > 0) return { level: 'weak', reasons: failing };
  const doubted = doubts(graded);
  if (doubted.length > 0) return { level: 'fair', reasons: doubted };
  return {
    level: 'good',
    reasons: [{ code: sure === null ? 'firm' : 'steady', value: graded.overlap!, limit: HOLDS }],
  };
}

/** On one long slope no segment stands apart, however well its cut comes back: never better than fair. */
export function gradeOnSlope(grade: Grade): Grade {
  if (grade.level !== 'good') return grade;
  const held = grade.reasons.map((reason) => ({ ...reason, code: 'steady' as const }));
  return { level: 'fair', reasons: [...held, { code: 'slope', value: NaN, limit: NaN }] };
}

/** The same for a segment that was cut by limits and not found: it can be too small, and need not stand apart; else null. */
export function gradeOfCut({ size, customers }: Pick<Graded, 'size' | 'customers'>): Grade | null {
  const reasons = failures({ size, customers, overlap: null, silhouette: null });
  return reasons.length > 0 ? { level: 'weak', reasons } : null;
}

function failures({ size, customers, overlap, silhouette }: Graded): GradeReason[] {
  const least = leastSize(customers);
  const reasons: GradeReason[] = [];
  if (size < least) reasons.push({ code: 'too-small', value: size, limit: least });
  if (overlap !== null && overlap < DOUBTFUL) {
    const code = overlap <= DISSOLVED ? 'dissolves' : 'shaky';
    reasons.push({ code, value: overlap, limit: HOLDS });
  }
  if (silhouette !== null && silhouette < MIXED)
    reasons.push({ code: 'mixed', value: silhouette, limit: MIXED });
  return reasons;
}

function doubts({ overlap, silhouette, sure = null }: Graded): GradeReason[] {
  const reasons: GradeReason[] = [];
  if (overlap === null) reasons.push({ code: 'not-redrawn', value: NaN, limit: HOLDS });
  else if (overlap < HOLDS) reasons.push({ code: 'doubtful', value: overlap, limit: HOLDS });
  if (silhouette !== null && silhouette < APART)
    reasons.push({ code: 'close', value: silhouette, limit: APART });
  if (sure !== null && sure < BLURRED) reasons.push({ code: 'unsure', value: sure, limit: BLURRED });
  return reasons;
}
