import type { FaultInTurn, StepEffect } from '../../engine/index';
import { fewNames } from './effect-ahead';
import { atStep, capital, kindWords, neededKinds, text } from './error-words';
import { errorText } from './errors';
import { inWordsCapital, listed } from './format';

/** What a change means for the steps below it. */
export interface Below {
  is: 'fine' | 'again' | 'broken';
  sentence: string;
  /** Each of several steps that could not run. */
  lines?: readonly string[];
}

/** What would be of the steps below and of the segments; null where there are none. `segments`: whether there are any. */
export function belowSaid(effect: StepEffect, stepsBelow: number, segments: boolean): Below | null {
  const { below, rows, changed, columns } = effect;
  if (below.faults.length > 0) return { is: 'broken', ...faultsSaid(below.faults, effect) };
  if (stepsBelow === 0) return null;
  const again = segments ? ' The segments would be found again.' : '';
  const touched = [...changed.map(({ column }) => column), ...columns.removed];
  if (below.uses.length > 0) {
    const names = [...new Set(below.uses.flatMap((use) => use.columns))];
    const steps = below.uses.map(({ step }) => step + 2);
    const who = steps.length === 1 ? `Step ${steps[0]} uses` : `Steps ${listed(steps.map(String))} use`;
    return { is: 'again', sentence: `${who} ${fewNames(names)}.${again}` };
  }
  if (rows.dropped > 0 || rows.added > 0)
    return { is: 'again', sentence: `Other rows would reach the steps below.${again}` };
  const why = touched.length > 0 ? `no step below uses ${fewNames(touched)}` : 'no step below changes';
  return {
    is: 'fine',
    sentence: segments
      ? `The segments stay as they are: ${why}.`
      : `${why[0]!.toUpperCase()}${why.slice(1)}.`,
  };
}

/** What could not run any more, by the columns that the step takes away. */
function faultsSaid(faults: readonly FaultInTurn[], { columns }: StepEffect): BrokenSaid {
  const gone = new Set([...columns.removed, ...columns.renamed.map(([from]) => from)]);
  return brokenSaid(faults, (column) => gone.has(column), 'this step takes away');
}

/** Steps that could not run: a sentence, and where it is more than one a line for each. */
export interface BrokenSaid {
  sentence: string;
  lines: readonly string[];
}

/** "Step 6 uses Description, which this step takes away." of one; "3 steps could not run:" and a line for each. */
function brokenSaid(
  faults: readonly FaultInTurn[],
  goes: (column: string) => boolean,
  how: string,
): BrokenSaid {
  const firsts = faults.filter(({ step }, at) => faults.findIndex((one) => one.step === step) === at);
  const lines = firsts.map((fault) => faultSaid(fault, goes, how));
  if (lines.length < 2) return { sentence: lines[0] ?? '', lines: [] };
  return { sentence: `${inWordsCapital(lines.length)} steps could not run:`, lines };
}

/**
 * "Step 6 uses Description, which step 4 removes." Other faults in their own words.
 * @param goes whether a column is one that goes by the change
 */
function faultSaid(fault: FaultInTurn, goes: (column: string) => boolean, how: string): string {
  const { code, details, step, because } = fault;
  const who = capital(atStep(step));
  const column = text(details, 'column');
  const maker = because === undefined ? null : `${atStep(because)} makes`;
  if (code === 'missing-column')
    return `${who} uses ${column}, which ${maker ?? (goes(column) ? how : 'would not be there')}.`;
  if (code === 'wrong-kind')
    return `${who} needs ${neededKinds(details)} in ${column}, which would hold ${kindWords(text(details, 'kind'))}.`;
  if (code === 'name-taken') return `${who} makes a column ${column}, which would be there already.`;
  if (code === 'wrong-grain' && text(details, 'needed') === 'customers')
    return `${who} needs one row per customer, ${maker === null ? 'and orders would reach it' : `which ${maker}`}.`;
  return errorText({ code, details, step }).sentence;
}

/**
 * What could not run without the step at `index`, beside what cannot run as it is; null where all could.
 * "Needed below: step 5 uses day, which this step makes."
 */
export function withoutSaid(
  without: readonly FaultInTurn[],
  index: number,
  present: readonly FaultInTurn[] = [],
): BrokenSaid | null {
  const broken = new Set(present.map(({ step }) => step));
  // Steps after the one that is gone are called by the numbers they have now.
  const asNow = (step: number) => step + Number(step >= index);
  const now = without
    .map((fault) => ({
      ...fault,
      step: fault.step === null ? null : asNow(fault.step),
      ...(fault.because !== undefined && { because: asNow(fault.because) }),
    }))
    .filter(({ step }) => !broken.has(step));
  const { sentence, lines } = brokenSaid(now, () => true, 'this step makes');
  if (sentence === '') return null;
  if (lines.length === 0) return { sentence: `Needed below: ${lower(sentence)}`, lines };
  return { sentence: `Without it ${lower(sentence)}`, lines };
}

/** Why a step cannot change places; empty where it can. */
export function movedSaid(faults: readonly FaultInTurn[], to: 'up' | 'down'): string {
  const [first] = faults;
  if (!first) return '';
  const others = new Set(faults.map(({ step }) => step)).size - 1;
  const more = others > 0 ? `, and ${others} more ${others === 1 ? 'step' : 'steps'} could not run.` : '.';
  const said = faultSaid(first, () => false, '').replace(/\.$/, more);
  return `It cannot move ${to}: ${lower(said)}`;
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
