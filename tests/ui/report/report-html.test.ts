import fc from 'fast-check';
import { compile, type TopLevelSpec } from 'vega-lite';
import { parse, View } from 'vega';
import { describe, expect, it } from 'vitest';
import { reportView, unwatched, type Segmentation } from '../../../src/engine/index';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { understand } from '../../../src/engine/insight/understand';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { inlineSvg, reportSpecs } from '../../../src/ui/report/draw-charts';
import { reportCss } from '../../../src/ui/report/report-css';
import { reportHtml } from '../../../src/ui/report/report-html';
import { reportSteps } from '../../../src/ui/report/report-steps';
import { withoutEmpty } from '../../../src/ui/charts/without-empty';
import { read } from '../../support/files';
import { reportSentence } from '../../../src/ui/text/report';
import { setAsideIn } from '../../../src/ui/text/set-aside';
import { contentOf, viewOf } from '../../support/report-content';
import { faultsOfMarkup } from '../../support/well-formed';
import { customers } from '../fixtures/segmentation-customers';
import { orders } from '../fixtures/segmentation-orders';

const drawn = async (spec: TopLevelSpec | null) =>
  spec && inlineSvg(await new View(parse(compile(withoutEmpty(spec)).spec), { renderer: 'none' }).toSVG());

async function whole(segmentation: Segmentation) {
  const view = viewOf(segmentation);
  const { shares, profiles, count } = reportSpecs(view.segmentation);
  const charts = { shares: await drawn(shares), profiles: await drawn(profiles), count: await drawn(count) };
  const font = `data:font/woff2;base64,${'A'.repeat(36_000)}`;
  return reportHtml(contentOf(view, { charts, css: reportCss(font) }));
}

/** The customer file grown to ten segments and 40 columns. */
function large(): Segmentation {
  const columns = Array.from({ length: 40 }, (_, i) => `Column ${i + 1}`);
  const [like] = customers.features;
  const each = <T>(value: T) => Object.fromEntries(columns.map((column) => [column, value]));
  const bins = Array.from({ length: 20 }, (_, i) => 20 + i * 7);
  const segments = Array.from({ length: 10 }, (_, i) => ({
    ...customers.segments[0]!,
    id: i + 1,
    name: `Segment with a name of some length, number ${i + 1}`,
    size: 224,
    share: 0.1,
    means: each(4.2),
    medians: each(4),
    index: each(1.2),
    deviations: each(0.3),
    positions: each(0.3),
    conditions: [{ column: 'Column 1', atLeast: 3, atMost: null }],
    effects: each({ value: 0.8, low: 0.7, high: 0.9 }),
    strips: columns.map((column) => ({ column, all: bins, segment: bins })),
    traits: columns.slice(0, 5).map((column) => ({ column, value: 'yes', segment: 0.7, all: 0.4 })),
  }));
  const features = columns.map((column) => ({ ...like!, column, label: column, scaled: `${column}_z` }));
  return { ...customers, k: 10, segments, features, method: 'kmeans' };
}

describe('dates in a report', () => {
  it('are of months: the first and the last day may be one customer’s', () => {
    const html = reportHtml(contentOf(viewOf(orders)));
    expect(html).toContain('orders.csv · Dec 2010 to Dec 2011');
    expect(html.replace('made 28 Nov 2026', '')).not.toMatch(/\d (Dec|Nov) \d{4}/);
    const step = { id: 'a', op: 'rfm', version: 1, enabled: true, params: {} };
    expect(reportSentence(step, 'Add up orders per customer, to 10 Dec 2011')).toBe(
      'Add up orders per customer, to Dec 2011',
    );
  });
});

describe('customers who only returned', () => {
  const told = (setAside: number) => reportHtml(contentOf(viewOf(orders), { setAside }));

  it('are said to be set aside, without their number where they are few', () => {
    expect(told(0)).not.toContain('only returned');
    expect(told(1)).toContain('Fewer than ten customers who only returned are set aside');
    expect(told(9)).toContain('Fewer than ten customers who only returned are set aside');
    expect(told(10)).toContain('10 customers who only returned are set aside');
  });

  it('are counted from what the steps say', () => {
    const steps: { counts: Record<string, number> }[] = [
      { counts: {} },
      { counts: { returnsOnly: 3 } },
      { counts: { returnsOnly: 1 } },
    ];
    expect(setAsideIn(steps)).toBe(4);
  });
});

describe('reportHtml', () => {
  it.each([
    ['an order file', orders],
    ['a customer file', customers],
    [
      'a file without money',
      {
        ...customers,
        money: null,
        revenue: null,
        segments: customers.segments.map((one) => ({ ...one, revenue: null, revenueShare: null })),
      },
    ],
    ['one segment', { ...orders, k: 1, segments: orders.segments.slice(0, 1) }],
    [
      'names that are markup',
      {
        ...orders,
        segments: orders.segments.map((one) => ({
          ...one,
          name: `<b onclick="x">"A & B's"</b>`,
          action: '<script>',
        })),
      },
    ],
  ])('is whole for %s: every element closed, every link leads somewhere', async (_, segmentation) => {
    const report = await whole(segmentation as Segmentation);
    expect(faultsOfMarkup(report)).toEqual([]);
    expect(report).not.toMatch(/<script|<b |onclick="|NaN|undefined|\bnull\b|\[object/);
  });

  it('is below 2 MB with ten segments and 40 columns', async () => {
    const report = await whole(large());
    expect(new Blob([report]).size).toBeLessThan(2_000_000);
    expect(faultsOfMarkup(report)).toEqual([]);
  });

  it('asks for nothing: no script, no style within elements, no address but its own', async () => {
    const report = await whole(orders);
    expect(report).toContain("default-src 'none'");
    expect(report).not.toMatch(/<(script|link|iframe|img|object)\b| style="| on[a-z]+="|@import/);
    const addresses = [...report.matchAll(/(?:href|src)="([^"]*)"|url\(([^)]*)\)|https?:[^\s"<]*/g)].map(
      ([found, link, url]) => link ?? url ?? found,
    );
    const outside = addresses.filter(
      (address) => !/^(#|data:|http:\/\/www\.w3\.org\/2000\/svg$)/.test(address),
    );
    expect(outside).toEqual([]);
  });

  it('gives each drawing words and each table heads', async () => {
    const report = await whole(orders);
    const drawings = [...report.matchAll(/<div class="drawing[^"]*" role="img" aria-label="([^"]*)"/g)];
    expect(drawings).toHaveLength(3);
    expect(drawings.map(([, label]) => label)).not.toContain('');
    expect(report.match(/<table/g)).toHaveLength(report.match(/<caption>/g)!.length);
    expect(report).toContain('<html lang="en">');
  });

  it('merges small segments, says so and gives them no page', () => {
    const segments = orders.segments.map((one, i) => ({ ...one, size: [700, 8, 7][i]!, name: `Name ${i}` }));
    const view = viewOf({ ...orders, segments });
    const report = reportHtml(contentOf(view));
    expect(report).toContain('Two segments of fewer than ten customers each stand together as Others.');
    expect(report).not.toMatch(/Name 1|Name 2|id="segment-2"/);
    expect(faultsOfMarkup(report)).toEqual([]);
  });

  it('says what holds to somebody who has the report alone', () => {
    const segments = orders.segments.map((one) => ({ ...one, overlap: 0.95 }));
    expect(reportHtml(contentOf(viewOf({ ...orders, segments })))).toContain(
      'They hold: when customers are drawn again by chance and grouped anew, at least 85\u00a0% of each segment comes back.',
    );
  });

  it('has only the pages asked for', () => {
    const report = reportHtml(
      contentOf(viewOf(orders), { segments: new Set([1]), differences: true, method: false }),
    );
    expect(report).toContain('id="segment-1"');
    expect(report).not.toMatch(/id="segment-2"|id="method"/);
  });

  it.each([
    [[1, 2, 3], false, true],
    [[1, 2, 3], true, false],
    [[2], false, false],
    [[], false, false],
  ])('leads nowhere else with the pages of %j, differences: %s, method: %s', (ids, differences, method) => {
    const some = reportHtml(contentOf(viewOf(orders), { segments: new Set(ids), differences, method }));
    expect(faultsOfMarkup(some)).toEqual([]);
  });
});

/** Shops whose customers, e-mails and order numbers can be told anywhere. */
const shop = fc.record({
  spread: fc.integer({ min: 2, max: 9 }),
  step: fc.integer({ min: 3, max: 40 }),
  people: fc.integer({ min: 30, max: 60 }),
});

describe('the report of a shop', () => {
  it('names no customer', async () => {
    await fc.assert(
      fc.asyncProperty(shop, async ({ spread, step, people }) => {
        const key = (at: number) => `qqkey${String(at * 7919).padStart(6, '0')}`;
        const rows = Array.from({ length: people * spread }, (_, at) => {
          const who = (at + step) % people;
          const day = String(1 + ((at * step) % 28)).padStart(2, '0');
          return `${key(who)},qqmail${who}@zz.example,qqorder${at},2024-0${1 + (who % 9)}-${day},${(who % 5) * 40 + (at % 9) + 1}`;
        });
        const report = await reportOfText(['customer,email,order,date,amount', ...rows].join('\n'));
        expect(report).toContain('id="method"');
        expect(report).not.toMatch(/qqkey|qqmail|qqorder/);
        expect(faultsOfMarkup(report)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  it('keeps what a step looks for in cells to itself', async () => {
    const text = [
      'customer,date,amount',
      ...Array.from(
        { length: 200 },
        (_, at) => `qq${at % 40},2024-01-${String(1 + (at % 28)).padStart(2, '0')},${at % 13}`,
      ),
    ].join('\n');
    const report = await reportOfText(text, [
      { op: 'replace-text', params: { columns: ['customer'], find: 'qq7', with: 'qq8' } },
      { op: 'formula', params: { as: 'x', formula: 'if([customer] = "qq9", 1, 0)' } },
      { op: 'filter-rows', params: { rows: 'keep' } },
    ]);
    expect(report).not.toMatch(/qq\d/);
  });
});

async function reportOfText(
  text: string,
  told: readonly { op: string; params: Record<string, unknown> }[] = [],
) {
  const { table, report } = await read(text);
  const understanding = await understand({ table, report }, {}, unwatched);
  const { recipe } = understanding.recipe as Extract<typeof understanding.recipe, { ok: true }>;
  const outcome = await run(recipe, sourceTable(table, recipe.sources[0]!), {
    mode: 'learn',
    work: unwatched,
  });
  const segmentation = (await segmentationOf(recipe, outcome, [], unwatched))!;
  const more = told.map((step, i) => ({ ...step, id: `told-${i}`, version: 1, enabled: true }));
  const said = more.map(({ id, op }) => ({ ...outcome.steps[0]!, id, op, describe: 'qq1 qq2 qq3' }));
  const run_ = {
    recipe: { ...recipe, steps: [...recipe.steps, ...more] },
    steps: [...outcome.steps, ...said],
    segmentation,
  };
  const view = await reportView(outcome.table, segmentation, understanding, unwatched);
  return reportHtml(contentOf(view, { steps: reportSteps(run_, 'orders.csv', segmentation.k) }));
}
