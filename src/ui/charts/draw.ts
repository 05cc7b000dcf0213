import type { TopLevelSpec } from 'vega-lite';
import type { Result } from 'vega-embed';
import './tooltip.css';

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws into an element, one chart after the other, so that a screen with several never blocks for their sum.
 * Null where nobody wants it any more when its turn has come.
 */
export function draw(element: HTMLElement, spec: TopLevelSpec, wanted = () => true): Promise<Result | null> {
  const drawn = last.then(pause).then(() => (wanted() ? drawNow(element, spec) : null));
  last = drawn.catch(() => undefined);
  return drawn;
}

const pause = () => new Promise<void>((resume) => setTimeout(resume));

async function drawNow(element: HTMLElement, spec: TopLevelSpec): Promise<Result> {
  const [{ default: embed }, { expressionInterpreter }] = await Promise.all([
    import('vega-embed'),
    import('vega-interpreter'),
    document.fonts.ready,
  ]);
  // The content policy allows neither compiled expressions nor styles set from a script's text.
  return embed(element, spec, {
    ast: true,
    expr: expressionInterpreter,
    renderer: 'svg',
    actions: false,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  });
}
