import type { RecipeFault, StepEffect } from '../../engine/index';
import { fewNames } from './effect-ahead';
import { atStep, kindWords, neededKinds, text } from './error-words';
import { errorText } from './errors';
import { listed } from './format';

/** What a change means for the steps below it. */
export interface Below {
  is: 'fine' | 'again' | 'broken';
  sentence: string;
}

/** What would be of the steps below and of the segments; null where there are none. `segments`: whether there are any. */
export function belowSaid(effect: StepEffect, stepsBelow: number, segments: boolean): Below | null {
  const { below, rows, changed, columns } = effect;
  if (below.faults.length > 0) return { is: 'broken', sentence: faultsSaid(below.faults, effect) };
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

/** What could not run any more, the first of them; "and 2 more steps". */
function faultsSaid(faults: readonly RecipeFault[], { columns }: StepEffect): string {
  const gone = new Set([...columns.removed, ...columns.renamed.map(([from]) => from)]);
  return faultSaid(faults, (column) => gone.has(column), 'this step takes away');
}

/**
 * "Step 6 uses Description, which step 4 removes." Other faults in their own words.
 * @param goes whether a column is one that goes by the change
 */
export function faultSaid(
  faults: readonly RecipeFault[],
  goes: (column: string) => boolean,
  how: string,
): string {
  const [first] = faults;
  if (!first) return '';
  const others = new Set(faults.map(({ step }) => step)).size - 1;
  const more = others > 0 ? `, and ${others} more ${others === 1 ? 'step' : 'steps'} could not run` : '';
  const step = atStep(first.step);
  const who = step.charAt(0).toUpperCase() + step.slice(1);
  const column = text(first.details, 'column');
  if (first.code === 'missing-column')
    return `${who} uses ${column}, which ${goes(column) ? how : 'would not be there'}${more}.`;
  if (first.code === 'wrong-kind')
    return `${who} needs ${neededKinds(first.details)} in ${column}, which would hold ${kindWords(text(first.details, 'kind'))}${more}.`;
  if (first.code === 'name-taken')
    return `${who} makes a column ${column}, which would be there already${more}.`;
  return errorText({ code: first.code, details: first.details, step: first.step }).sentence;
}

/** "Needed below: step 6 uses Description, which this step makes."; empty where all could run. `index`: of the step. */
export function withoutSaid(faults: readonly RecipeFault[], index: number): string {
  // Steps after the one that is gone are called by the numbers they have now.
  const now = faults.map((fault) =>
    fault.step === null ? fault : { ...fault, step: fault.step + Number(fault.step >= index) },
  );
  const said = faultSaid(now, () => true, 'this step makes');
  return said === '' ? '' : `Needed below: ${said[0]!.toLowerCase()}${said.slice(1)}`;
}

/** Why a step cannot change places; empty where it can. */
export function movedSaid(faults: readonly RecipeFault[], to: 'up' | 'down'): string {
  const said = faultSaid(faults, () => false, '');
  return said === '' ? '' : `It cannot move ${to}: ${said[0]!.toLowerCase()}${said.slice(1)}`;
}
