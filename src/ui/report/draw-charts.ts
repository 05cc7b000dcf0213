import type { TopLevelSpec } from 'vega-lite';
import type { Segmentation } from '../../engine/index';
import { bicPoints, bicSpec } from '../charts/bic';
import { draw } from '../charts/draw';
import { inertiaPoints, inertiaSpec } from '../charts/inertia';
import { mosaicSpec } from '../charts/mosaic';
import { profileSpec } from '../charts/profile-lines';
import { themeFrom, type ChartTheme } from '../charts/theme';
import { sharesWholes } from '../screens/segments/chart-tables';
import { leftWords, wholeTitle } from '../text/charts';
import { bicWords } from '../text/mixtures';
import { boxLabel, deviationTick, positionText } from '../text/pictures';
import { asFound } from '../text/segment-changes';
import { raw, type Markup } from './markup';
import type { ReportCharts } from './report-content';

const WIDTH = 756;
const COUNT_HEIGHT = 240;

/** Colours by the names of the tokens: a drawing is light on paper and dark where the reader prefers it. */
export const TOKEN_THEME: ChartTheme = themeFrom((name) =>
  name === 'font' ? 'Public Sans Variable' : `var(--${name})`,
);

/** The specifications of a report's charts, those of the screen. */
export function reportSpecs(segmentation: Segmentation): Record<keyof ReportCharts, TopLevelSpec | null> {
  const theme = TOKEN_THEME;
  const found = asFound(segmentation);
  const { k, runs, segments } = found;
  const { leftOut = 0 } = segmentation;
  const profile = {
    tick: deviationTick,
    label: (feature: Parameters<typeof boxLabel>[0]) => boxLabel(feature, segmentation),
    mark: (name: string, { label }: { label: string }, value: number) =>
      `${name}, ${label}: ${positionText(value)}`,
  };
  return {
    // One segment beside those left out has all of what is shown: a picture of that would mislead.
    shares:
      leftOut > 0 && segments.length < 2
        ? null
        : mosaicSpec(sharesWholes(segmentation, wholeTitle(segmentation)), theme),
    profiles:
      segments.length > 1 && leftOut === 0
        ? profileSpec(segmentation, profile, { chosen: null, width: WIDTH, narrow: false }, theme)
        : null,
    count: runs.length > 1 ? countSpec(k, runs) : null,
  };
}

function countSpec(k: number, runs: Segmentation['runs']): TopLevelSpec {
  const axis = 'Number of segments';
  const [left, bics] = [inertiaPoints(runs), bicPoints(runs)];
  const [hereLeft, hereBic] = [left.find((point) => point.k === k), bics.find((point) => point.k === k)];
  return bics.length > 0
    ? bicSpec(
        bics,
        k,
        { axis, chosen: hereBic ? bicWords(hereBic) : '', shape: bicWords },
        TOKEN_THEME,
        WIDTH,
        COUNT_HEIGHT,
      )
    : inertiaSpec(
        left,
        k,
        { axis, chosen: hereLeft ? leftWords(hereLeft) : '', shape: leftWords },
        TOKEN_THEME,
        WIDTH,
        COUNT_HEIGHT,
      );
}

/** A drawing as it stands within a page: its words are those of the picture around it, its face that of the page. */
export const inlineSvg = (svg: string): Markup =>
  raw(
    svg
      .replace(/ (role|aria-[a-z]+|style|class|font-family|xmlns:xlink|version)="[^"]*"/g, '')
      .replace('<svg ', '<svg aria-hidden="true" focusable="false" '),
  );

/** Draws them one after the other. */
export async function drawCharts(segmentation: Segmentation): Promise<ReportCharts> {
  const { shares, profiles, count } = reportSpecs(segmentation);
  return {
    shares: await drawn(shares),
    profiles: await drawn(profiles),
    count: await drawn(count),
  };
}

async function drawn(spec: TopLevelSpec | null): Promise<Markup | null> {
  if (!spec) return null;
  const { view } = (await draw(document.createElement('div'), spec))!;
  const svg = inlineSvg(await view.toSVG());
  view.finalize();
  return svg;
}
