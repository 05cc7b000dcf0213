import { describe, expect, it } from 'vitest';
import { reportCss } from '../../../src/ui/report/report-css';
import { reportHtml } from '../../../src/ui/report/report-html';
import { EFFECT_NOTE } from '../../../src/ui/text/apart';
import { contentOf, viewOf } from '../../support/report-content';
import { orders } from '../fixtures/segmentation-orders';

describe('the printed report', () => {
  it('leaves no sheet to the last note alone: it goes with what stands before it', () => {
    const html = reportHtml(contentOf(viewOf(orders), { css: '' }));
    const [, closing] = /<div class="closing">([\s\S]*?)<\/div>\s*<\/section>/.exec(html)!;
    expect(closing).toMatch(/^<h3>To do it again/);
    expect(closing).toContain(EFFECT_NOTE.slice(0, 30));
    const print = reportCss(null).split('@media print{').at(-1)!;
    expect(print).toMatch(/\.report \.note,[^{]*\.closing\{break-inside:avoid\}/);
    expect(print).toMatch(/\.report \.note,\.report \.rule\{break-before:avoid\}/);
  });
});
