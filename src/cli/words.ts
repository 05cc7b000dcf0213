import type { Segmentation } from '../engine/index';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The segments as a few lines for a terminal, where no output was asked for. */
export function wordsOf({ customers, segments }: Segmentation): string {
  const widest = Math.max(...segments.map(({ name }) => name.length));
  const lines = segments.map(({ id, name, size, share, revenueShare }) => {
    const money = revenueShare === null ? '' : `, ${percent(revenueShare)} of revenue`;
    return `${String(id).padStart(2)}  ${name.padEnd(widest)}  ${size} customers, ${percent(share)}${money}`;
  });
  return `${customers} customers in ${segments.length === 1 ? 'one segment' : `${segments.length} segments`}\n${lines.join('\n')}\n`;
}
