import type { TopLevelSpec } from 'vega-lite';
import type { Result } from 'vega-embed';
import { inTurn } from '../parts/turns';
import { tooltip } from './tooltip';
import { withoutEmpty } from './without-empty';

/**
 * Draws into an element, one chart after the other, so that a screen with several never blocks for their sum.
 * Null where nobody wants it any more when its turn has come.
 */
export function draw(element: HTMLElement, spec: TopLevelSpec, wanted = () => true): Promise<Result | null> {
  return inTurn(() => (wanted() ? drawNow(element, spec) : null));
}

/** Loads what draws, so that the first drawing does not wait for it. */
export const loadDrawing = () =>
  Promise.all([import('vega-embed'), import('vega-interpreter'), document.fonts.ready]);

async function drawNow(element: HTMLElement, spec: TopLevelSpec): Promise<Result> {
  const start = performance.now();
  const [{ default: embed }, { expressionInterpreter }] = await loadDrawing();
  // The content policy allows neither compiled expressions nor styles set from a script's text.
  const drawn = await embed(element, withoutEmpty(spec), {
    ast: true,
    expr: expressionInterpreter,
    renderer: 'svg',
    actions: false,
    defaultStyle: false,
    tooltip,
  });
  performance.measure('tessera:draw', { start });
  return drawn;
}
