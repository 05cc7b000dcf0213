import type { Dendrogram, Segmentation } from '../../engine/index';
import { segmentLetter } from '../parts/segment-letter';
import { count, inWords, number, share } from './format';

type Grown = Pick<Segmentation, 'tree'> & Partial<Pick<Segmentation, 'customers' | 'apart'>>;

/** How it was worked out, where not on all customers; empty where it was. */
export function treeSentence({ tree, customers, apart }: Grown): string {
  if (!tree || tree.sample === tree.customers) return '';
  const reused = customers !== undefined && !apart && customers !== tree.customers;
  const whole = `${reused ? 'the ' : ''}${count(tree.customers)} customers${reused ? ' it was learnt from' : ''}`;
  return `Worked out on a sample of ${count(tree.sample)} of ${whole}; the others joined the nearest segment.`;
}

/** The heights of the merge that the cut undoes last, and of the one below it. */
function besideCut({ merges, segments }: Dendrogram): { above: number; below: number } {
  const at = merges.length - segments + 1;
  return { above: merges[at]?.height ?? 0, below: merges[at - 1]?.height ?? 0 };
}

/** "Cut into three; a further cut would part customers who stand 74 % as far apart". */
export function treeTitle({ tree }: Pick<Segmentation, 'tree'>): string {
  if (!tree || tree.segments < 2) return 'The tree of the customers, not cut';
  const { above, below } = besideCut(tree);
  const cut = `Cut into ${inWords(tree.segments)}`;
  if (below === 0) return `${cut}; within a segment all are alike`;
  return `${cut}; a further cut would part customers who stand ${share(below / above)} as far apart`;
}

export const TREE_LINE =
  'Who is most alike joins first, at the right; the further left two branches meet, the less alike they are (Ward distance)';

export function treeNote(segmentation: Grown): string {
  const { tree } = segmentation;
  if (!tree) return '';
  const all = tree.sample === tree.customers;
  const grown = all ? `Grown on all ${count(tree.customers)} customers.` : treeSentence(segmentation);
  const leaves =
    tree.leaves.length < tree.sample
      ? ` Beside each branch, how many ${all ? 'customers' : 'of the sample'} are on it.`
      : '';
  const stay =
    tree.segments > 1 && tree.kept < 1
      ? ` ${share(tree.kept)} of ${all ? 'them' : 'the sample'} are in the segment of their branch; the others are nearer to the middle of another.`
      : '';
  const changed = tree.leaves.some(({ segment }) => segment === null)
    ? ' Segments changed by hand since are grey.'
    : '';
  return `${grown}${leaves}${stay}${changed}`;
}

/** How the number of segments came about; the tree alone does not say it. */
export const TREE_WHY =
  'As with k-means, the number is where the curve bends, unless a segment falls apart when the tree is grown again on redrawn customers.';

/** Above the numbers of customers. */
export const TREE_COUNTS = 'customers';

/** Above the line at which it is cut. */
export const cutWords = ({ segments }: Dendrogram): string => `cut into ${inWords(segments)}`;

export const distanceText = (distance: number): string => number(distance, 1);

/** "A Champions: 353 of 2,000". */
export const partWords = (
  id: number,
  name: string,
  customers: number,
  { sample, customers: all }: Dendrogram,
): string =>
  `${segmentLetter(id)} ${name}: ${count(customers)} of ${count(sample)}${sample < all ? ' drawn' : ''}`;
