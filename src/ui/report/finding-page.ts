import { segmentLetter } from '../parts/segment-letter';
import { cardSentence } from '../text/cards';
import { mosaicLine, mosaicNote, mosaicTitle, wholeTitle } from '../text/charts';
import { count, date, money } from '../text/format';
import { reportAbout, reportVerdict, smallGroupsNote } from '../text/report';
import { sharesInWords } from '../text/shares';
import { sharesWholes } from '../screens/segments/chart-tables';
import { withoutTile } from '../charts/mosaic';
import { pageOf } from './anchors';
import { markup, type Markup } from './markup';
import { badge, drawing, table, type Column } from './parts';
import type { ReportContent } from './report-content';

/** The first page: the finding, how sure it is, the shares, the segments at a glance. */
export function findingPage(content: ReportContent): Markup {
  const { title, view, file, made, charts } = content;
  const { segmentation } = view;
  const said = reportVerdict(view);
  const wholes = sharesWholes(segmentation, wholeTitle(segmentation));
  const missing = new Set(wholes.flatMap(withoutTile));
  const note = mosaicNote(
    segmentation,
    segmentation.segments.filter(({ id }) => missing.has(id)),
  );
  const small = smallGroupsNote(view);
  return markup`<section class="sheet" id="finding">
<p class="kicker">${reportAbout(file, view)} · made ${date(made)}</p>
<h1>${title}</h1>
<p class="finding">${said.headline}</p>
${said.dek === '' ? '' : markup`<p class="dek">${said.dek}</p>`}
${
  charts.shares === null
    ? ''
    : markup`<figure>
<figcaption><h2>${sharesTitle(content)}</h2><p class="kicker">${mosaicLine(segmentation)}</p></figcaption>
${drawing(sharesTold(content), charts.shares)}
</figure>`
}
${segmentation.segments.length === 0 ? '' : glance(content)}
<p class="note">${note}${small === '' ? '' : ` ${small}`}</p>
</section>`;
}

const sharesTitle = ({ view: { segmentation, leftOut } }: ReportContent): string =>
  leftOut > 0 ? 'Shares of the customers shown' : mosaicTitle(segmentation);

function sharesTold(content: ReportContent): string {
  const { segmentation } = content.view;
  const { customers, revenue } = sharesInWords(segmentation);
  const parts = segmentation.segments.map(
    ({ id, name }) =>
      `${segmentLetter(id)} ${name} ${customers.get(id)}${revenue.size > 0 ? ` and ${revenue.get(id)}` : ''}`,
  );
  return `${sharesTitle(content)}: ${parts.join(', ')}`;
}

function glance({ view: { segmentation, others }, segments: paged }: ReportContent): Markup {
  const { segments, currency = null } = segmentation;
  const shares = sharesInWords(segmentation);
  const noun = wholeTitle(segmentation);
  const columns: Column[] = [
    { label: 'Segment' },
    { label: 'Customers', numeric: true },
    { label: 'Share', numeric: true },
    ...(shares.orders.size > 0 ? [{ label: 'Orders', numeric: true }] : []),
    ...(shares.revenue.size > 0
      ? [
          { label: noun, numeric: true },
          { label: 'Share', numeric: true },
        ]
      : []),
    { label: 'In short' },
  ];
  const rows = segments.map((segment) => {
    const { id, name, size, revenue } = segment;
    const face = markup`${badge(id)}<span>${name}</span>`;
    return {
      cells: [
        paged.has(id) && id !== others
          ? markup`<a class="face" href="#${pageOf(id)}">${face}</a>`
          : markup`<span class="face">${face}</span>`,
        count(size),
        shares.customers.get(id),
        ...(shares.orders.size > 0 ? [shares.orders.get(id)] : []),
        ...(shares.revenue.size > 0 ? [money(revenue ?? 0, currency), shares.revenue.get(id)] : []),
        id === others
          ? 'Segments of fewer than ten customers each, put together.'
          : cardSentence(segment, segmentation),
      ],
    };
  });
  return table('The segments at a glance', columns, rows, 'glance');
}
