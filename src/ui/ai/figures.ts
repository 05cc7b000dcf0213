import type { Segmentation } from '../../engine/index';
import { inertiaPoints } from '../charts/inertia';
import { wholePercents } from '../text/shares';
import type { Figures } from './check-numbers';

const isNumber = (value: number | null | undefined): value is number =>
  value != null && Number.isFinite(value);

/** All figures of a segmentation that its charts show, and those beside them. */
export function figuresOf(segmentation: Segmentation): Figures {
  const { segments, features, runs } = segmentation;
  const shares = (of: (segment: Segmentation['segments'][number]) => number | null) =>
    segments.map(of).filter(isNumber);
  const wholes = [
    shares(({ share }) => share),
    shares((one) => one.revenueShare),
    shares((one) => one.ordersShare),
  ];
  const ratios = segments.flatMap(({ index }) => Object.values(index)).filter(isNumber);
  const parts = [
    ...wholes.flat(),
    ...inertiaPoints(runs).map(({ left }) => left),
    ...(segmentation.pca?.explained ?? []),
    ...segments.flatMap(({ precision, recall, covered }) => [precision, recall, covered]),
  ];
  return {
    // The wholes and the averages that all else is compared with are told of the charts, too.
    percents: [
      100,
      ...parts.map((part) => part * 100),
      ...inertiaPoints(runs).map(({ left }) => (1 - left) * 100),
      ...wholes.flatMap(wholePercents),
      ...ratios.flatMap((ratio) => [ratio * 100, (ratio - 1) * 100]),
      ...features.filter(({ unit }) => unit === '%').flatMap(({ mean, median }) => [mean, median]),
    ],
    multiples: [1, ...ratios],
    others: [
      0,
      segmentation.customers,
      segmentation.k,
      segments.length,
      features.length,
      ...runs.map(({ k }) => k),
      ...[segmentation.revenue, segmentation.silhouette, segmentation.elbow].filter(isNumber),
      ...features.flatMap(({ mean, median, deviation }) => [mean, median, deviation]),
      ...segments.flatMap(({ size, revenue, orders, means, medians, deviations, positions }) =>
        [
          ...[size, revenue, orders],
          ...[means, medians, deviations, positions].flatMap((record) => Object.values(record)),
        ].filter(isNumber),
      ),
    ],
    counted: { segments: segments.length, features: features.length },
  };
}
