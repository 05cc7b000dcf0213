import { codeOf, TARGET_FACTS, TARGETS, type Recipe, type RunOutcome, type Target } from '../engine/index';
import type { Arguments, Output } from './arguments';

interface CodeFile {
  path: string;
  text: string;
  /** What the code does not do, one line each. */
  missing: readonly string[];
}

const optionOf = (target: Target): Output => (target === 'python' ? target : `sql ${target}`);

/** The recipe with what was learnt, in each language that was asked for. */
export function codeFiles(outputs: Arguments['outputs'], recipe: Recipe, outcome: RunOutcome): CodeFile[] {
  return TARGETS.flatMap((target): CodeFile[] => {
    const path = outputs.get(optionOf(target));
    if (path === undefined) return [];
    const { text, unsaid, segments } = codeOf({ recipe, fits: outcome.used, target });
    const missing = unsaid.filter(({ weight }) => weight === 'missing');
    const { title } = TARGET_FACTS[target];
    return [
      {
        path,
        text,
        missing: [
          ...(segments === 'lost'
            ? [`the ${title} code gives no segments: steps that find them are not in it`]
            : []),
          ...missing.map(({ says, reason }) => `not in the ${title} code: ${says}. ${reason}`),
        ],
      },
    ];
  });
}
