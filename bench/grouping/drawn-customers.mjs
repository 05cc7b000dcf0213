import { generator } from '../../src/engine/stats/random.ts';

/** Customers as BG/NBD (r 0.5, alpha 20 days, a 1, b 2.5) and Gamma-Gamma (p 2, q 3, v 50) have them; no two times are equal. */
export function drawnCustomers(n) {
  const random = generator(7);
  const exponential = () => -Math.log(1 - random());
  const histories = {
    repeats: new Uint32Array(n),
    last: new Float64Array(n),
    age: new Float64Array(n),
    weights: new Float64Array(n).fill(1),
  };
  const [purchases, mean] = [[], []];
  for (let i = 0; i < n; i++) {
    const normal = Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * random());
    const rate = normal ** 2 / 2 / 20;
    const leaves = 1 - (1 - random()) ** (1 / 2.5);
    const age = 100 + 600 * random();
    let [repeats, last] = [0, 0];
    for (let time = exponential() / rate; time < age; time += exponential() / rate) {
      [repeats, last] = [repeats + 1, time];
      if (random() < leaves) break;
    }
    [histories.repeats[i], histories.last[i], histories.age[i]] = [repeats, last, age];
    if (repeats === 0) continue;
    const own = (exponential() + exponential() + exponential()) / 50;
    let money = 0;
    for (let order = 0; order < repeats; order++) money += (exponential() + exponential()) / own;
    purchases.push(repeats);
    mean.push(money / repeats);
  }
  return { histories, spending: { purchases: Uint32Array.from(purchases), mean: Float64Array.from(mean) } };
}
