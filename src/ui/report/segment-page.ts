import type { FeatureSummary, Segmentation, SegmentNarrative, SegmentProfile } from '../../engine/index';
import { segmentClass } from '../parts/segment-letter';
import { besideWords } from '../text/beside';
import { cardSentence, isLastOrder, moneyNoun, sizeLine, traitFacts, typical } from '../text/cards';
import { recogniseSentence } from '../text/conditions';
import { count, fixed, money, share } from '../text/format';
import { gradeWords } from '../text/grades';
import { HOLDS } from '../text/holds';
import { saidOf, type Said } from '../text/narrative';
import { sharesInWords } from '../text/shares';
import { anchorOf, pageOf, rowOf } from './anchors';
import { markup, type Markup, type MarkupValue } from './markup';
import { badge, stripDrawing, table, type Column } from './parts';
import type { ReportContent } from './report-content';
import { differencesFirst } from './told-features';

/** A page about one segment: its face, what it is worth, what is said of it, and the figures that rests on. */
export function segmentPage(
  narrative: SegmentNarrative,
  segment: SegmentProfile,
  { view }: Pick<ReportContent, 'view'>,
): Markup {
  const { segmentation } = view;
  const { id, name } = segment;
  const shares = sharesInWords(segmentation);
  const rule = segment.size === 0 ? '' : recogniseSentence(segment, segmentation);
  const verdict = segment.grade && gradeWords(segment.grade);
  return markup`<section class="sheet segment ${segmentClass(id)}" id="${pageOf(id)}">
<h2 class="face">${badge(id)}<span>${name}</span></h2>
<div class="numerals">
<p><span class="numeral">${shares.customers.get(id)}</span> of customers${view.leftOut > 0 ? ' shown' : ''}</p>
${segment.revenueShare === null ? '' : markup`<p><span class="numeral">${shares.revenue.get(id)}</span> of ${moneyNoun(segmentation)}${view.leftOut > 0 ? ' shown' : ''}</p>`}
<p class="size">${sizeLine(segment, segmentation.currency)}<br/>${cardSentence(segment, segmentation)}</p>
</div>
${verdict ? markup`<p class="grade"><strong>${verdict.verdict}.</strong> ${verdict.because}</p>` : ''}
<dl>${saidOf(narrative, segmentation).map(
    ({ title, sentences }) =>
      markup`<div><dt>${title}</dt><dd>${sentences.map((said) => markup`${linkedSentence(said, segment, segmentation)} `)}</dd></div>`,
  )}</dl>
${segment.size === 0 ? '' : table(`The figures of ${name}`, columnsOf(view), figureRows(segment, view))}
${rule === '' ? '' : markup`<p class="rule" id="${rowOf(id, 'rule')}"><strong>Recognise them.</strong> ${rule}</p>`}
</section>`;
}

const linkedSentence = (said: Said, segment: SegmentProfile, segmentation: Segmentation): MarkupValue =>
  said.map((part) =>
    typeof part === 'string'
      ? part
      : markup`<a href="#${anchorOf(part.ref, segment, segmentation)}">${part.text}</a>`,
  );

const columnsOf = ({ leftOut }: ReportContent['view']): Column[] => [
  { label: 'Figure' },
  { label: 'Here', numeric: true },
  { label: leftOut > 0 ? 'All shown' : 'All', numeric: true },
  { label: 'Beside the others' },
  { label: 'Spread' },
];

type Row = { id: string; cells: readonly MarkupValue[] };

function figureRows(segment: SegmentProfile, view: ReportContent['view']): Row[] {
  const { segmentation } = view;
  return [
    ...sumRows(segment, view),
    ...differencesFirst(segment, segmentation).map((feature) => featureRow(feature, segment, segmentation)),
    ...traitRows(segment),
    ...(segmentation.leftOut ? [] : qualityRows(segment)),
  ];
}

function sumRows(segment: SegmentProfile, { segmentation, half }: ReportContent['view']): Row[] {
  const { id, size, revenue, orders } = segment;
  const { customers, currency = null } = segmentation;
  const few = half[id] ?? null;
  const whole = segmentation.segments.reduce((sum, one) => sum + (one.orders ?? 0), 0);
  const row = (figure: 'size' | 'revenue' | 'orders' | 'half', ...cells: MarkupValue[]): Row => ({
    id: rowOf(id, figure),
    cells: [...cells, '', ''],
  });
  return [
    row('size', 'Customers', count(size), count(customers)),
    ...(orders === null ? [] : [row('orders', 'Orders', count(orders), count(whole))]),
    ...(revenue === null
      ? []
      : [
          row(
            'revenue',
            `Total ${moneyNoun(segmentation)}`,
            money(revenue, currency),
            money(segmentation.revenue ?? 0, currency),
          ),
          row(
            'half',
            'Fewest customers who bring half of it',
            few === null ? 'fewer than ten' : count(few),
            '',
          ),
        ]),
  ];
}

function featureRow(feature: FeatureSummary, segment: SegmentProfile, segmentation: Segmentation): Row {
  const { column, label } = feature;
  const at = segmentation.features.indexOf(feature);
  const strip = segment.strips.find((one) => one.column === column);
  const days = isLastOrder(feature, segmentation) ? 'Days from the last order to the data end' : label;
  return {
    id: rowOf(segment.id, 'feature', at),
    cells: [
      `${days}, typical`,
      typical(segment.medians[column] ?? NaN, feature),
      typical(feature.median, feature),
      besideWords(feature, segment, segmentation.leftOut ? 'of all shown' : 'of all'),
      strip ? stripDrawing(segment.id, strip.all, strip.segment) : '',
    ],
  };
}

function traitRows({ id, traits, common = [] }: SegmentProfile): Row[] {
  return [
    // Told one by one: a list of them is cut to the first three.
    ...traits
      .flatMap((trait) => traitFacts([trait]))
      .map(({ label, value, rest, apart }) => [label, value, rest.replace(/^, all /, ''), apart]),
    ...common.map(({ column, value, share: of }) => [
      `${column}: ${value ?? 'no entry'}`,
      share(of),
      '',
      'most common',
    ]),
  ].map((cells, i) => ({ id: rowOf(id, 'trait', i), cells: [...cells, ''] }));
}

function qualityRows({ id, overlap, silhouette, sure }: SegmentProfile): Row[] {
  const row = (
    figure: 'overlap' | 'silhouette' | 'sure',
    label: string,
    value: string,
    beside = '',
  ): Row => ({
    id: rowOf(id, figure),
    cells: [label, value, '', beside, ''],
  });
  return [
    row(
      'overlap',
      'Comes back when redrawn',
      overlap === null ? 'not measured' : share(overlap),
      overlap === null ? '' : `from ${share(HOLDS)} it holds`,
    ),
    ...(silhouette === null
      ? []
      : [row('silhouette', 'Silhouette', fixed(silhouette, 2), 'from 0.25 much alike')]),
    ...(sure === undefined ? [] : [row('sure', 'Clearly belong here', share(sure))]),
  ];
}
