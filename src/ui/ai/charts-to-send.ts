import type { TopLevelSpec } from 'vega-lite';
import type { Segmentation } from '../../engine/index';
import { customerMapSpec } from '../charts/customer-map';
import { heatRows, heatSpec } from '../charts/heat';
import { inertiaPoints, inertiaSpec } from '../charts/inertia';
import { mosaicSpec } from '../charts/mosaic';
import type { PictureWords } from '../charts/picture';
import { profileSpec } from '../charts/profile-lines';
import type { ChartTheme } from '../charts/theme';
import { AXIS_WORDS, chartPrompt, chartWords, COUNT_AXIS, type AiChart } from '../text/ai';
import { heatText, leftWords } from '../text/charts';
import { deviationTick, positionText } from '../text/pictures';
import { asFound } from '../text/segment-changes';
import { crowdsOf } from './crowds';
import type { StepRead } from './feature-names';
import { nameless } from './nameless';

/** A chart redrawn for others to see, and the words that go with it. */
export interface ChartToSend {
  words: PictureWords;
  spec: (theme: ChartTheme) => TopLevelSpec;
  prompt: string;
}

const WIDTH = 864;
const HEIGHT = 480;

/** The charts there are to send. */
export function chartsToSend(segmentation: Segmentation): AiChart[] {
  const { segmentation: shown } = nameless(segmentation, false);
  const several = shown.segments.length > 1;
  return [
    ...(several ? (['profiles', 'differences', 'sizes'] as const) : []),
    ...(several && segmentation.pca && crowdsOf(segmentation.pca).x.length > 1 ? (['map'] as const) : []),
    ...(inertiaPoints(segmentation.runs).length > 2 ? (['how-many'] as const) : []),
  ];
}

/** The chart without any name; columns are named only where `columns` allows it, values never; `steps` are the recipe's. */
export function chartToSend(
  chart: AiChart,
  segmentation: Segmentation,
  columns: boolean,
  steps: readonly StepRead[] = [],
): ChartToSend {
  const { segmentation: shown, leftOut } = nameless(segmentation, columns, steps);
  return {
    words: chartWords(chart, shown, leftOut),
    spec: specs[chart](shown),
    prompt: chartPrompt(chart, shown, { columns, leftOut }),
  };
}

const NO_NAMES: ReadonlyMap<number, string> = new Map();

/** Of the segments that are seen: each is called by its letter, which stands before a name. */
const lettersOf = (seen: Uint8Array): ReadonlyMap<number, string> =>
  new Map([...new Set(seen)].sort((a, b) => a - b).map((id) => [id, '']));

const specs: Record<AiChart, (shown: Segmentation) => ChartToSend['spec']> = {
  profiles: (shown) => (theme) =>
    profileSpec(
      shown,
      {
        tick: deviationTick,
        label: ({ label }) => label,
        mark: (name, { label }, value) => `${name}, ${label}: ${positionText(value)}`,
      },
      { chosen: null, width: WIDTH, narrow: false },
      theme,
    ),
  differences: (shown) => (theme) => heatSpec(heatRows(shown), NO_NAMES, heatText, theme, WIDTH),
  sizes: (shown) => (theme) => mosaicSpec(wholesOf(shown), theme),
  map: (shown) => (theme) => {
    const marks = crowdsOf(shown.pca!);
    return customerMapSpec(
      marks,
      {
        names: lettersOf(marks.segment),
        axes: AXIS_WORDS,
        chosen: null,
        labels: true,
        width: WIDTH,
        height: HEIGHT,
      },
      theme,
    );
  },
  'how-many': (shown) => (theme) => {
    const { k, runs } = asFound(shown);
    const points = inertiaPoints(runs);
    const here = points.find((point) => point.k === k);
    const words = { axis: COUNT_AXIS, chosen: here ? leftWords(here) : '', shape: leftWords };
    return inertiaSpec(points, k, words, theme, WIDTH, 320);
  },
};

function wholesOf({ segments }: Segmentation) {
  const customers = { title: 'Customers', parts: segments.map(({ id, share }) => ({ id, share })) };
  const known = segments.flatMap(({ id, revenueShare }) =>
    revenueShare === null ? [] : [{ id, share: revenueShare }],
  );
  return known.length === segments.length ? [customers, { title: 'Money', parts: known }] : [customers];
}
