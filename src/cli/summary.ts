import type { Drift, Recipe, RunOutcome, Segmentation } from '../engine/index';
import type { Input } from './inputs';
import { movesSummary, type SinceBefore } from './since-before';

export interface Timing {
  phase: string;
  ms: number;
}

/** What `--json` writes; shares from 0 to 1, means unscaled. The fields are a contract (README). */
export function summaryOf(
  input: Input,
  recipe: Recipe,
  outcome: RunOutcome,
  segmentation: Segmentation,
  timings: readonly Timing[],
  { drift, since }: { drift: Drift | null; since: SinceBefore | null },
) {
  const { customers, k, segments, pca, tree } = segmentation;
  return {
    sources: sourcesOf(input, recipe),
    steps: outcome.steps
      .filter(({ enabled }) => enabled)
      .map(({ id, op, describe, rowsIn, rowsOut, counts }) => ({
        id,
        op,
        describe,
        rowsIn,
        rowsOut,
        counts,
      })),
    customers,
    k,
    ...(segmentation.method && { method: segmentation.method }),
    ...foundHere(segmentation),
    ...(tree && { tree: { customers: tree.customers, sample: tree.sample, kept: tree.kept } }),
    segments: segments.map(({ id, name, size, share, revenueShare, means }) => ({
      id,
      name,
      size,
      share,
      revenueShare,
      means,
    })),
    ...(drift && { drift: sinceLearnt(drift) }),
    ...(since && { moves: movesSummary(since) }),
    pca: pca && { explained: pca.explained, loadings: pca.loadings },
    timings: timings.map(({ phase, ms }) => ({ phase, ms: Math.round(ms * 10) / 10 })),
  };
}

/** How these customers differ from those the model was learnt from; shares from 0 to 1, segments in their order. */
const sinceLearnt = ({ customers, features, sizes, unfit }: Drift) => ({
  customers,
  features: features.map(({ column, stability, median }) => ({ column, psi: stability, median })),
  sizes: { psi: sizes.stability, then: sizes.then, now: sizes.now },
  unfit: { count: unfit.count, bySegment: unfit.bySegment },
});

const SAME = 1e-9;

/** What was tried on these customers. A model reused on others brings runs of its own data; of these only the chosen k is known. */
function foundHere({ k, elbow, runs, inertia, silhouette, method }: Segmentation) {
  const learnt = runs.find((run) => run.k === k)?.inertia;
  if (learnt !== undefined && Math.abs(inertia - learnt) <= SAME * learnt)
    return {
      elbow,
      ...(method === 'gaussian-mixture' && { bic: runs.map((run) => ({ k: run.k, value: run.bic })) }),
      inertia: runs.map((run) => ({ k: run.k, value: run.inertia })),
      silhouette,
    };
  return { elbow: null, inertia: [{ k, value: inertia }], silhouette: null };
}

function sourcesOf({ files }: Input, recipe: Recipe) {
  return files.map(({ read: { table, report } }, i) => {
    const known = recipe.sources[i];
    const roles = new Map(known?.columns.map(({ name, role }) => [name, role]));
    return {
      name: report.name,
      ...(report.stored && { format: report.stored.format }),
      ...(report.sheet && { sheet: report.sheet.name }),
      rows: report.rows,
      columns: report.columns.map(({ name, kind }) => ({
        name,
        kind,
        role: roles.get(name) ?? null,
        missing: missingIn(table.column(name) as Iterable<unknown>),
      })),
      encoding: report.options.encoding,
      delimiter: report.options.delimiter,
      grain: known?.grain ?? null,
    };
  });
}

function missingIn(cells: Iterable<unknown>): number {
  let count = 0;
  for (const cell of cells) if (cell === null) count++;
  return count;
}
