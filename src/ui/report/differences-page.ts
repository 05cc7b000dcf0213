import { heatRows } from '../charts/heat';
import { segmentLetter } from '../parts/segment-letter';
import { averageText, HEAT_LINE, heatNote, heatText, heatTitle } from '../text/charts';
import { PROFILE_LINE, profileNote, profileTitle } from '../text/pictures';
import { markup, raw, type Markup } from './markup';
import { badge, wideDrawing } from './parts';
import type { ReportContent } from './report-content';

/** How the segments differ, in all columns they were grouped by. */
export function differencesPage({ view: { segmentation }, charts }: ReportContent): Markup {
  const rows = heatRows(segmentation);
  const { segments, features } = segmentation;
  const average = new Map(features.map((feature) => [feature.column, averageText(feature, segmentation)]));
  return markup`<section class="sheet" id="differences">
<h2>${heatTitle(segmentation)}</h2>
<p class="kicker">${HEAT_LINE}</p>
<table class="heat"><caption>Averages of the segments beside that of all customers</caption><thead><tr><th scope="col">Column</th>${segments.map(
    ({ id, name }) =>
      markup`<th scope="col" class="numeric">${badge(id)}<span class="hidden"> ${name}</span></th>`,
  )}<th scope="col" class="numeric">All</th></tr></thead><tbody>${rows.map(
    (row) =>
      markup`<tr><th scope="row">${row.label}</th>${row.cells.map(
        (cell) =>
          markup`<td class="heat-${Number.isFinite(cell.value) ? cell.step : 3}">${heatText(cell, row)}</td>`,
      )}<td class="numeric">${average.get(row.column)}</td></tr>`,
  )}</tbody></table>
<p class="note">${segments.map(({ id, name }) => `${segmentLetter(id)} ${name}`).join(' · ')}. ${heatNote(segmentation, rows).join(' ')}</p>
${
  charts.profiles === null
    ? raw('')
    : markup`<figure>
<figcaption><h3>${profileTitle(segmentation)}</h3><p class="kicker">${PROFILE_LINE}</p></figcaption>
${wideDrawing(profileTitle(segmentation), charts.profiles)}
<p class="note">${profileNote(segmentation)}</p>
</figure>`
}
</section>`;
}
