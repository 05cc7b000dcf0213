import { isEdited } from '../state/segment-edits';
import { workspace } from '../state/workspace.svelte';
import type { FaultInTurn, RecipeStep } from '../../engine/index';
import { detailOf, effectOf } from '../text/effects';
import { errorText } from '../text/errors';
import { counted, middleCut } from '../text/format';
import { describeStep } from '../text/steps';

export interface RecipeRow {
  /** Null for reading the file. */
  step: RecipeStep | null;
  /** Index in the recipe; −1 for reading the file. */
  index: number;
  sentence: string;
  effect: string;
  detail: string;
  state: 'plain' | 'current' | 'off' | 'broken';
  fault: string | null;
}

/**
 * The recipe as it reads now: reading the file, then every step with what it did.
 * @param faults all that cannot run, where it did not run
 */
export function recipeRows(faults: readonly FaultInTurn[] = []): RecipeRow[] {
  const { understanding, recipe, run, error } = workspace;
  if (!understanding || !recipe) return [];
  const last = recipe.steps.map((step) => step.enabled).lastIndexOf(true);
  const segments = run?.segmentation?.segments.length ?? null;
  const read: RecipeRow = {
    step: null,
    index: -1,
    sentence: `Read ${middleCut(understanding.report.name, LONG_NAME)}`,
    // What is understood stands after the person's own steps, which may have set rows aside.
    effect: counted(run?.steps[0]?.rowsIn ?? understanding.report.rows, 'row'),
    detail: '',
    state: last < 0 ? 'current' : 'plain',
    fault: null,
  };
  const edited = isEdited(recipe);
  const copies = copiesWithoutCustomer();
  const currency = understanding.currency?.unit ?? null;
  const rows = recipe.steps.map((step, index): RecipeRow => {
    const outcome = run?.steps.find(({ id }) => id === step.id);
    // What was found is not what there is, where segments were changed by hand.
    const found = typeof step.params.k === 'number' ? step.params.k : null;
    const effect = outcome ? effectOf(outcome, step.params, edited ? found : segments) : '';
    const fault =
      run !== null ? null : error?.step === index ? error : faults.find((one) => one.step === index);
    return {
      step,
      index,
      sentence: unbroken(saidOnce(shortList(outcome?.describe ?? describeStep(step), step), effect)),
      effect,
      detail: outcome?.enabled ? detailOf(outcome, step.params, copies(step, outcome), currency) : '',
      state: fault ? 'broken' : !step.enabled ? 'off' : index === last ? 'current' : 'plain',
      fault: fault ? errorText(fault).sentence : null,
    };
  });
  return [read, ...rows];
}

const LONG = 64;
/** A name of the file that stays on the line with "Read". */
const LONG_NAME = 29;

/** A long list of columns is cut to its first two; the opened step shows them all. */
function shortList(sentence: string, { params }: RecipeStep): string {
  const columns = Array.isArray(params.columns) ? params.columns.map(String) : [];
  const last = columns.at(-1);
  if (sentence.length <= LONG || columns.length < 4 || last === undefined) return sentence;
  const from = sentence.indexOf(columns[0]!);
  const to = sentence.lastIndexOf(last) + last.length;
  if (from < 0 || to <= from) return sentence;
  const few = `${columns[0]}, ${columns[1]} and ${columns.length - 2} more`;
  return sentence.slice(0, from) + few + sentence.slice(to);
}

/** What the effect says need not stand in the sentence too: "Even out long tails", 9 columns. */
const saidOnce = (sentence: string, effect: string): string =>
  effect !== '' && sentence.endsWith(`: ${effect}`) ? sentence.slice(0, -effect.length - 2) : sentence;

/** Dates stay on one line. */
const unbroken = (sentence: string): string =>
  sentence.replace(/(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/g, '$1\u00a0$2\u00a0$3');

/** The check screen counts the file as it came, a step the rows that reach it: the difference were copies. */
function copiesWithoutCustomer() {
  const finding = workspace.understanding?.findings.find(({ code }) => code === 'no-customer');
  return (
    step: RecipeStep,
    outcome: { rowsIn: number; rowsOut: number; counts: Readonly<Record<string, number>> },
  ) => {
    if (!finding || step.op !== 'drop-missing') return undefined;
    const here = outcome.counts[`missing:${String(finding.details.column)}`];
    const only = here === outcome.rowsIn - outcome.rowsOut;
    return here !== undefined && only ? finding.count - here : undefined;
  };
}
