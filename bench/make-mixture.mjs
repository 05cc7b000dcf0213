// Points drawn from a mixture of bell-shaped clouds that overlap, of unequal size and width, as float64 column by
// column. The same numbers for the same arguments, on any machine with the same rounding of logarithms.
import { writeFileSync } from 'node:fs';
import { generator } from './generator.mjs';

const CLOUDS = 12;
const REACH = 6;

/** Writes `n` points of `d` columns. */
export function makeMixture(path, n, d, seed = 1) {
  const random = generator(seed);
  const clouds = Array.from({ length: CLOUDS }, (_, at) => ({
    share: 1 / (at + 2),
    centre: Array.from({ length: d }, () => random() * REACH),
    width: Array.from({ length: d }, () => 0.4 + random() * 1.2),
  }));
  const whole = clouds.reduce((sum, { share }) => sum + share, 0);
  const all = new Float64Array(n * d);
  for (let row = 0; row < n; row++) {
    let left = random() * whole;
    const cloud = clouds.find(({ share }) => (left -= share) <= 0) ?? clouds.at(-1);
    for (let j = 0; j < d; j++) {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      all[j * n + row] = cloud.centre[j] + cloud.width[j] * normal;
    }
  }
  writeFileSync(path, all);
}
