import type { Recipe } from '../../engine/index';
import type { RunView } from '../../workers/api';
import { effectOf } from '../text/effects';
import { counted } from '../text/format';
import { reportSentence } from '../text/report';
import type { ReportStep } from './report-content';

/** What was done, reading the file first; steps that are off are left out. */
export function reportSteps({ recipe, steps }: RunView, file: string, segments: number): ReportStep[] {
  const done = recipe.steps.flatMap((step): ReportStep[] => {
    const outcome = steps.find(({ id }) => id === step.id);
    if (!step.enabled || !outcome) return [];
    return [
      { sentence: reportSentence(step, outcome.describe), effect: effectOf(outcome, step.params, segments) },
    ];
  });
  return [{ sentence: `Read ${file}`, effect: counted(steps[0]?.rowsIn ?? 0, 'row') }, ...done];
}

/** Where draws by chance begin; null where no step draws. */
export function seedOf({ steps }: Recipe): number | null {
  const segment = steps.filter(({ op, enabled }) => op === 'segment' && enabled).at(-1);
  if (!segment || typeof segment.params['by'] === 'string') return null;
  return typeof segment.params['seed'] === 'number' ? segment.params['seed'] : 1;
}
