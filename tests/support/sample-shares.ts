import {
  bytesSource,
  readTable,
  run,
  sampleShop,
  segmentationOf,
  sourceTable,
  understand,
  unwatched,
} from '../../src/engine/index';

/** The seed of the sample shop in the app. */
export const SAMPLE_SEED = 1;

/** The sample shop's segments as the landing page shows them: what the one button makes of it. */
export async function sampleShares() {
  const read = await readTable(bytesSource('sample-shop.csv', sampleShop(SAMPLE_SEED)), {}, unwatched);
  const { recipe } = await understand(read, {}, unwatched);
  if (!recipe.ok) throw new Error(`the sample shop makes no recipe: ${recipe.code}`);
  const source = sourceTable(read.table, recipe.recipe.sources[0]!);
  const outcome = await run(recipe.recipe, source, { mode: 'learn', work: unwatched });
  const segmentation = await segmentationOf(recipe.recipe, outcome, [], unwatched);
  if (!segmentation) throw new Error('the sample shop makes no segments');
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    segments: segmentation.segments.map(({ name, share, revenueShare }) => ({
      name,
      share: round(share),
      revenueShare: round(revenueShare ?? 0),
    })),
  };
}
