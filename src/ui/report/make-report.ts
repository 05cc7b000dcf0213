import { version } from '../../../package.json';
import type { Recipe, ReportView, Segmentation } from '../../engine/index';
import type { RunView } from '../../workers/api';
import { drawCharts } from './draw-charts';
import type { ReportCharts, ReportContent } from './report-content';
import { setAsideIn } from '../text/set-aside';
import { reportCss } from './report-css';
import { reportSteps, seedOf } from './report-steps';

/** What a person chooses of a report. */
export interface ReportChoice {
  title: string;
  segments: ReadonlySet<number>;
  differences: boolean;
  method: boolean;
}

/** What takes its time and hangs on the segments alone. */
export interface ReportGround {
  of: Segmentation;
  view: ReportView;
  charts: ReportCharts;
  css: string;
}

/** Draws the charts and fetches the face from our own files; without it the reader's own is used. */
export async function reportGround(of: Segmentation, view: ReportView): Promise<ReportGround> {
  const font =
    await import('@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?inline').then(
      (found: { default: string }) => found.default,
      () => null,
    );
  return { of, view, charts: await drawCharts(view.segmentation), css: reportCss(font) };
}

/** Everything a report is made of. */
export const contentOf = (
  { view, charts, css }: ReportGround,
  choice: ReportChoice,
  { file, run, recipe }: { file: string; run: RunView; recipe: Recipe },
): ReportContent => ({
  ...choice,
  file,
  made: Date.now(),
  view,
  charts,
  steps: reportSteps(run, file, view.segmentation.k),
  setAside: setAsideIn(run.steps),
  seed: seedOf(recipe),
  version,
  css,
});
