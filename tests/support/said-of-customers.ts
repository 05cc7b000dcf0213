import {
  bytesSource,
  EngineError,
  readTable,
  run,
  segmentationOf,
  sourceTable,
  understand,
  unwatched,
  type Choices,
  type MethodName,
} from '../../src/engine/index';
import { errorText } from '../../src/ui/text/errors';
import { verdict } from '../../src/ui/text/verdict';

const FILE = 'people.csv';

/** The sentence a person reads after pressing the button: the finding, or why there is none. */
export async function saidOfCustomers(
  text: string,
  k: number | 'auto' = 'auto',
  choices: Choices = {},
  outliers?: { beyond: number },
  method?: MethodName,
): Promise<string> {
  try {
    const read = await readTable(bytesSource(FILE, new TextEncoder().encode(text)), {}, unwatched);
    const { recipe } = await understand(read, choices, unwatched);
    if (!recipe.ok) return errorText({ ...recipe, step: null }, FILE).sentence;
    const steps = recipe.recipe.steps.map((step) =>
      step.op === 'segment'
        ? { ...step, params: { ...step.params, k, ...(outliers && { outliers }), ...(method && { method }) } }
        : step,
    );
    const chosen = { ...recipe.recipe, steps };
    const outcome = await run(chosen, sourceTable(read.table, chosen.sources[0]!), {
      mode: 'learn',
      work: unwatched,
    });
    const { headline, dek } = verdict((await segmentationOf(chosen, outcome, [], unwatched))!);
    return `${headline} ${dek}`;
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown;
    const { code, details } = thrown;
    return errorText({ code, details, step: null }, FILE).sentence;
  }
}
