import type { MethodName, Segmentation } from '../engine/index';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The segments as a few lines for a terminal, where no output was asked for. */
export function wordsOf(segmentation: Segmentation): string {
  const { customers, segments } = segmentation;
  const widest = Math.max(...segments.map(({ name }) => name.length));
  const lines = segments.map(({ id, name, size, share, revenueShare }) => {
    const money = revenueShare === null ? '' : `, ${percent(revenueShare)} of revenue`;
    return `${String(id).padStart(2)}  ${name.padEnd(widest)}  ${size} customers, ${percent(share)}${money}`;
  });
  return `${customers} customers in ${segments.length === 1 ? 'one segment' : `${segments.length} segments`}, ${howFound(segmentation)}\n${lines.join('\n')}\n`;
}

const METHODS: Readonly<Record<MethodName, string>> = {
  kmeans: 'by k-means',
  hierarchical: 'by a tree (Ward)',
  'gaussian-mixture': 'by a Gaussian mixture',
  'k-prototypes': 'by k-prototypes',
};

/** What made the segments, changes by hand aside. */
function howFound({ method, map, rules, edited }: Segmentation): string {
  const how = rules
    ? 'by own rules'
    : map
      ? 'by the RFM map'
      : method
        ? METHODS[method]
        : 'by the names in a column';
  return edited ? `${how}, changed by hand` : how;
}
