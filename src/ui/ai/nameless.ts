import type { FeatureSummary, MapPoints, Segmentation, SegmentProfile } from '../../engine/index';
import { segmentLetter } from '../parts/segment-letter';
import { featureNames, type StepRead } from './feature-names';

/** So many customers stand behind each mark at least. */
export const LEAST_CUSTOMERS = 10;

/** Segmentation as it may be drawn for others: nothing in it names a customer, a segment, a category or a file. */
export interface Nameless {
  segmentation: Segmentation;
  /** Segments left out, for they have fewer than ten customers. */
  leftOut: number;
}

/**
 * Letters for names; columns as "Feature 1" unless they may be named, and then without the values that are in their names;
 * what charts do not need is not there.
 */
export function nameless(
  segmentation: Segmentation,
  columns: boolean,
  steps: readonly StepRead[] = [],
): Nameless {
  const { features, segments } = segmentation;
  const names = columns
    ? featureNames(segmentation, steps)
    : new Map(features.map(({ column }, i) => [column, `Feature ${i + 1}`]));
  const shown = segments.filter(({ size }) => size >= LEAST_CUSTOMERS);
  const pca = segmentation.pca && {
    ...segmentation.pca,
    loadings: renamed(segmentation.pca.loadings, names),
    ...(segmentation.pca.density && {
      density: segmentation.pca.density.map((plane) => ({ ...plane, values: {} })),
    }),
    points: pointsAlone(segmentation.pca.points),
  };
  return {
    leftOut: segments.filter(({ size }) => size > 0).length - shown.length,
    segmentation: {
      ...bare(segmentation),
      pca,
      money: segmentation.money && { columns: [], label: 'Money' },
      features: features.map((feature) => withoutNames(feature, names)),
      segments: shown.map((segment) => bareSegment(segment, names)),
    },
  };
}

/** Where customers are, and not who they are or what they bought. */
function pointsAlone({ x, y, segment }: MapPoints): MapPoints {
  return { x, y, segment, row: new Uint32Array(), values: {} };
}

/** What is left of a segmentation when all that is written in the file is taken out of it. */
function bare(segmentation: Segmentation): Segmentation {
  const { grain, customers, k, elbow, chosenBy, method, runs, gapChoice, continuum, inertia } = segmentation;
  return {
    ...{ grain, customers, k, elbow, chosenBy, runs, gapChoice, continuum, inertia },
    ...(method !== undefined && { method }),
    ...(segmentation.grouped !== undefined && { grouped: segmentation.grouped }),
    silhouette: segmentation.silhouette,
    silhouetteSample: segmentation.silhouetteSample,
    silhouettes: null,
    segments: [],
    features: [],
    money: null,
    revenue: null,
    referenceDate: null,
    pca: null,
  };
}

function withoutNames(feature: FeatureSummary, names: ReadonlyMap<string, string>): FeatureSummary {
  const name = names.get(feature.column)!;
  const { meaning, part, mean, median, deviation, box } = feature;
  return {
    column: name,
    scaled: name,
    label: name,
    meaning,
    ...(part && { part }),
    mean,
    median,
    deviation,
    box,
  };
}

function bareSegment(segment: SegmentProfile, names: ReadonlyMap<string, string>): SegmentProfile {
  const { id, size, share, revenueShare, orders, ordersShare, means, medians, index } = segment;
  const own = {
    ...{ id, size, share, revenueShare, orders, ordersShare },
    name: `Segment ${segmentLetter(id)}`,
    means: renamed(means, names),
    medians: renamed(medians, names),
    index: renamed(index, names),
    deviations: renamed(segment.deviations, names),
    positions: renamed(segment.positions, names),
    boxes: {},
    action: null,
    revenue: null,
    rfm: null,
    conditions: [],
    strips: [],
    traits: [],
    effects: {},
  };
  return own as unknown as SegmentProfile;
}

const renamed = <T>(record: Readonly<Record<string, T>>, names: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    Object.entries(record).flatMap(([column, value]) => {
      const name = names.get(column);
      return name === undefined ? [] : [[name, value]];
    }),
  ) as Record<string, T>;
