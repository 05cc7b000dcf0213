import type { Drift, FeatureDrift } from '../engine/index';

const count = (value: number) => String(Math.round(value * 100) / 100);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const index = (stability: number) => `PSI ${stability.toFixed(2)}`;

/** From 0.1 on a column has shifted, from 0.25 it is another population. */
const SHIFTED = 0.1;
const CHANGED = 0.25;
const meaning = (stability: number) => (stability >= CHANGED ? 'another population' : 'shifted');

function featureLine({ label, stability, median: { then, now } }: FeatureDrift): string {
  const middle =
    then === now ? `typically ${count(now)} as before` : `typically ${count(now)}, was ${count(then)}`;
  return `${label}: ${middle} (${index(stability)}, ${meaning(stability)})`;
}

/** What has changed since a model was made, in a line each; none where nothing is worth a word. */
export function driftLines(drift: Drift): string[] {
  const { features, sizes, unfit } = drift;
  const moved = features.filter(({ stability }) => stability >= SHIFTED).map(featureLine);
  const changes = sizes.names.map(
    (name, i) => `${name} ${percent(sizes.now[i]!)}, was ${percent(sizes.then[i]!)}`,
  );
  const resized =
    sizes.stability >= SHIFTED
      ? [`sizes: ${changes.join('; ')} (${index(sizes.stability)}, ${meaning(sizes.stability)})`]
      : [];
  const [fit, keep] = unfit.count === 1 ? ['customer fits', 'keeps'] : ['customers fit', 'keep'];
  const strangers =
    unfit.count > 0 ? [`${unfit.count} ${fit} no segment well and ${keep} the label of the nearest`] : [];
  return [...moved, ...resized, ...strangers].map((line) => `since the model was made: ${line}`);
}
