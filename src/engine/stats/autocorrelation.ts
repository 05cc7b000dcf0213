import { CompensatedSum } from './compensated-sum';

/**
 * How a series goes with itself `lag` places later: Σ (xᵢ − m)(xᵢ₊ₗ − m) ÷ Σ (xᵢ − m)², m the mean of all. NaN for a
 * constant, and where no value stands so far from another. The values must all be there.
 * @see NIST/SEMATECH e-Handbook, 1.3.3.1
 */
export function autocorrelation(values: ArrayLike<number>, lag = 1): number {
  const total = new CompensatedSum();
  for (let i = 0; i < values.length; i++) total.add(values[i]!);
  const mean = total.value / values.length;
  const rest = new CompensatedSum();
  for (let i = 0; i < values.length; i++) rest.add(values[i]! - mean);
  const off = rest.value / values.length;
  const [products, squares] = [new CompensatedSum(), new CompensatedSum()];
  for (let i = 0; i < values.length; i++) {
    const here = values[i]! - mean - off;
    squares.add(here * here);
    if (i + lag < values.length) products.add(here * (values[i + lag]! - mean - off));
  }
  return lag < values.length ? products.value / squares.value : NaN;
}
