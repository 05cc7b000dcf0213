import { EFFECT_NOTE } from '../text/apart';
import { bicTitle, lowestBic } from '../text/mixtures';
import { inertiaTitle, INERTIA_LINE } from '../text/charts';
import { asFound } from '../text/segment-changes';
import { voices, voicesNote } from '../text/voices';
import { verdict } from '../text/verdict';
import { COUNT_NOT_TOLD, dataWords, EFFECT_NOT_TOLD, PRIVACY_NOTE, repeatWords } from '../text/report';
import { markup, type Markup } from './markup';
import { table, wideDrawing } from './parts';
import type { ReportContent, ReportStep } from './report-content';

/** The last page: what was done to the data, why so many segments, how sure that is, how to do it again. */
export function methodPage(content: ReportContent): Markup {
  const { segmentation } = content.view;
  return markup`<section class="sheet" id="method">
<h2>How it was made</h2>
<h3 id="data">The data</h3>
${dataWords(content).map((sentence) => markup`<p>${sentence}</p>`)}
${stepsTable(content)}
${countPart(content)}
<div class="closing"><h3>To do it again</h3>
${repeatWords(content).map((sentence) => markup`<p>${sentence}</p>`)}
<h3>Privacy</h3>
<p>${PRIVACY_NOTE}</p>
<p class="note">${EFFECT_NOTE} ${voicesNote(segmentation)}</p></div>
</section>`;
}

function stepsTable({ steps, view: { leftOut } }: ReportContent): Markup {
  const caption = 'What was done, step by step';
  const columns = [{ label: 'No.' }, { label: 'Step' }];
  const cells = ({ sentence }: ReportStep, i: number) => [`${i + 1}`, sentence];
  if (leftOut > 0)
    return markup`${table(
      caption,
      columns,
      steps.map((step, i) => ({ cells: cells(step, i) })),
    )}<p class="note">${EFFECT_NOT_TOLD}</p>`;
  return table(
    caption,
    [...columns, { label: 'Effect', numeric: true }],
    steps.map((step, i) => ({ cells: [...cells(step, i), step.effect] })),
  );
}

function countPart({ view: { segmentation }, charts }: ReportContent): Markup {
  if (segmentation.leftOut) return markup`<h3 id="count">The number of segments</h3><p>${COUNT_NOT_TOLD}</p>`;
  const said = verdict(segmentation);
  const isCut = segmentation.map !== undefined || segmentation.rules !== undefined;
  const found = asFound(segmentation);
  const lowest = lowestBic(found);
  const title = lowest ? bicTitle(lowest) : inertiaTitle(found);
  const told = isCut ? [] : voices(found);
  return markup`<h3 id="count">${said.question ?? 'The number of segments'}</h3>
<p>${isCut ? said.dek : said.why.join(' ')}</p>
${
  told.length === 0
    ? ''
    : table(
        'Ways to judge the number of segments',
        [{ label: 'Judged by' }, { label: 'Says' }, { label: 'For' }],
        told.map(({ name, says, because }) => ({ cells: [name, says, because] })),
      )
}
${
  charts.count === null || isCut
    ? ''
    : markup`<figure><figcaption><h4>${title}</h4>${lowest ? '' : markup`<p class="kicker">${INERTIA_LINE}</p>`}</figcaption>${wideDrawing(title, charts.count)}</figure>`
}`;
}
