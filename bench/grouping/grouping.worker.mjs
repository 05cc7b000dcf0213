import { expose } from 'comlink';
import {
  associations,
  comparable,
  explore,
  brushFor,
  knownOfColumns,
  openTable,
  overviewOf,
  run,
  sourceTable,
  understand,
  unwatched,
} from '../../src/engine/index.ts';
import { atOnce } from '../../src/engine/pieces.ts';
import { fitBgNbd } from '../../src/engine/stats/bg-nbd.ts';
import { expectedOf } from '../../src/engine/stats/bg-nbd-forecast.ts';
import { fitGammaGamma } from '../../src/engine/stats/gamma-gamma.ts';
import { barsIn } from '../../src/engine/insight/explore/brush/bars.ts';
import { canonicalOrder } from '../../src/engine/stats/canonical-order.ts';
import { centreOf, pearson } from '../../src/engine/stats/correlation.ts';
import { kmeansCurve } from '../../src/engine/stats/kmeans.ts';
import { pointsOf, takePoints } from '../../src/engine/stats/points.ts';
import { aggregate } from '../../src/engine/steps/aggregate.ts';
import { formula } from '../../src/engine/steps/formula.ts';
import { dropDuplicates } from '../../src/engine/steps/drop-duplicates.ts';
import { columnAs, columnOf } from '../../src/engine/table/table.ts';
import { blobSource } from '../../src/workers/blob-source.ts';
import { countedOrders } from './counted-orders.mjs';
import { drawnCustomers } from './drawn-customers.mjs';
import { withCrew } from '../../src/workers/piece-crew.ts';

const SEED = 1;
const LOADED_MS = 500;

/** The features as the automatic recipe prepares them, as float64, column by column. */
async function prepare(file) {
  const { read } = await openTable(blobSource(file, file.name), {}, unwatched);
  const { recipe } = (await understand(read, {}, unwatched)).recipe;
  const at = recipe.steps.findIndex(({ op }) => op === 'segment');
  const before = { ...recipe, steps: recipe.steps.slice(0, at) };
  const { table } = await run(before, sourceTable(read.table, recipe.sources[0]), {
    mode: 'learn',
    work: unwatched,
  });
  const columns = [...recipe.steps[at].params.columns].sort();
  return {
    columns,
    blob: new Blob(columns.map((name) => Float64Array.from(columnAs(table, name, 'number').values))),
  };
}

/** Milliseconds of putting rows in order and of the curve, and its inertias. */
async function curve(file, { d, kMin, kMax, threads = navigator.hardwareConcurrency }) {
  const all = new Float64Array(await file.arrayBuffer());
  const n = all.length / d;
  const given = pointsOf(Array.from({ length: d }, (_, j) => all.slice(j * n, (j + 1) * n)));
  const alone = { breathe: () => undefined, now: () => performance.now() };
  return withCrew(alone, async (work, crew) => {
    // In the app the helpers are loaded while the steps before this one run.
    if (threads > 1) crew.ready();
    await new Promise((resolve) => setTimeout(resolve, LOADED_MS));
    const started = performance.now();
    const points = takePoints(given, canonicalOrder(given, SEED));
    const ordered = performance.now();
    const runs = await kmeansCurve(points, { kMin, kMax, seed: SEED, work: threads > 1 ? work : alone });
    const ended = performance.now();
    return {
      n,
      order: ordered - started,
      curve: ended - ordered,
      threads,
      inertias: runs.map(({ inertia }) => inertia),
      isolated: crossOriginIsolated,
    };
  });
}

/** Milliseconds of dropping exact duplicates, and of finding them alone; the cells of the table that is left are copied. */
async function copies(file) {
  const { read } = await openTable(blobSource(file, file.name), {}, unwatched);
  const names = read.table.columnNames();
  const started = performance.now();
  const { table } = await dropDuplicates.apply(read.table, {}, null, unwatched);
  const found = performance.now();
  for (const name of names) {
    const column = columnOf(table, name);
    if (column.kind === 'text') void column.codes;
    else void column.values;
  }
  return {
    before: read.table.numRows(),
    after: table.numRows(),
    found: found - started,
    ms: performance.now() - started,
    isolated: crossOriginIsolated,
  };
}

/** Milliseconds of the cards of a table, of Pearson's correlations of its numbers, of its findings, and of how all its columns go together. */
async function overview(file) {
  const { read } = await openTable(blobSource(file, file.name), {}, unwatched);
  const { table } = read;
  const { money, currency, columns } = await understand(read, {}, unwatched);
  const known = knownOfColumns(table, { columns });
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
  const cards = await overviewOf(table, known, unwatched);
  mark();
  const correlations = correlated(
    cards.flatMap(({ kind, name }) => (kind === 'number' ? [columnAs(table, name, kind)] : [])),
  );
  mark();
  const { findings } = await explore(table, cards, { money, currency, decimal: '.' }, unwatched);
  mark();
  await associations(table, comparable(cards), unwatched);
  mark();
  const [cardsMs, numbersMs, findingsMs, allMs] = marks.slice(1).map((at, i) => at - marks[i]);
  return {
    cardsMs,
    numbersMs,
    findingsMs,
    allMs,
    findings: findings.length,
    correlations,
    cards: cards.map(shown),
    isolated: crossOriginIsolated,
  };
}

/** Pearson's correlation of each two columns. */
function correlated(columns) {
  const centred = columns.map(({ values }) => ({ values, centre: centreOf(values) }));
  return centred.flatMap((one, i) => centred.slice(i + 1).map((other) => pearson(one, other)?.value ?? null));
}

/** What a peer says of a column as well. */
const shown = ({ name, distinct, missing, numbers }) => ({
  name,
  distinct,
  missing,
  mean: numbers?.mean ?? null,
});

/** Milliseconds of each move of the brush over the cards of a file: along every column, then of a second and a third beside it. */
async function moves(file) {
  const { read } = await openTable(blobSource(file, file.name), {}, unwatched);
  const known = knownOfColumns(read.table, await understand(read, {}, unwatched));
  const cards = await overviewOf(read.table, known, unwatched);
  const started = performance.now();
  const brush = await brushFor(read.table, cards, unwatched);
  const ready = performance.now() - started;
  const drags = cards.map(({ name, picture }) =>
    Array.from({ length: barsIn(picture) }, (_, last) => ({
      column: name,
      bars: Array.from({ length: last + 1 }, (_, bar) => bar),
    })),
  );
  const halves = drags.map((drag) => drag[Math.floor(drag.length / 2)]);
  const found = { counts: [], told: [] };
  for (const beside of [0, 1, 2])
    for (const [at, drag] of drags.entries()) {
      const kept = Array.from({ length: beside }, (_, i) => halves[(at + i + 1) % halves.length]);
      for (const choice of drag) {
        const before = performance.now();
        await brush.select([...kept, choice], unwatched);
        const counted = performance.now();
        brush.tell();
        found.counts.push(counted - before);
        found.told.push(performance.now() - before);
      }
    }
  return { rows: read.table.numRows(), columns: cards.length, ready, ...found };
}

/** Milliseconds of the models of customer value on customers drawn here, and of what they expect of each. */
function value(_, { customers }) {
  const { histories, spending } = drawnCustomers(customers);
  const { repeats, last, age } = histories;
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
  const { r, alpha, a, b } = atOnce(fitBgNbd(histories));
  mark();
  const { p, q, v } = atOnce(fitGammaGamma(spending));
  mark();
  for (let i = 0; i < customers; i++) expectedOf({ r, alpha, a, b }, repeats[i], last[i], age[i], 365);
  mark();
  const [fit, spend, ahead] = marks.slice(1).map((at, i) => at - marks[i]);
  const distinct = new Set(Array.from(last, (time, i) => `${repeats[i]} ${time} ${age[i]}`)).size;
  return { fit, spend, ahead, distinct, found: { r, alpha, a, b, p, q, v } };
}

/** Milliseconds of each formula on a table counted out here, and a sum of what it gives: of texts their lengths, of dates days. */
async function formulas(_, { rows, customers, formulas: texts }) {
  const table = countedOrders(rows, customers);
  const found = {};
  for (const [name, text] of Object.entries(texts)) {
    const params = { as: 'made', formula: text };
    const started = performance.now();
    const fit = await formula.fit(table, params, unwatched);
    const { table: after } = await formula.apply(table, params, fit, unwatched);
    const column = columnOf(after, 'made');
    const cells = column.kind === 'text' ? column.codes : column.values;
    const ms = performance.now() - started;
    found[name] = { ms, total: totalOf(column, cells) };
  }
  return found;
}

/** Measures per customer of a table counted out, and the sum of each. */
async function aggregates(_, { rows, customers, measures }) {
  const table = countedOrders(rows, customers);
  const params = {
    customer: 'Customer',
    date: 'Date',
    order: null,
    amount: null,
    quantity: 'Quantity',
    price: 'Price',
    measures,
  };
  const started = performance.now();
  const fit = await aggregate.fit(table, params, unwatched);
  const { table: after } = await aggregate.apply(table, params, fit, unwatched);
  const ms = performance.now() - started;
  const totals = {};
  for (const name of after.columnNames().slice(1)) {
    const column = columnOf(after, name);
    totals[name] = totalOf(column, column.kind === 'text' ? column.codes : column.values);
  }
  return { ms, totals };
}

function totalOf(column, cells) {
  const day = (ms) => (ms - Date.UTC(2010, 11, 1)) / 86_400_000;
  let total = 0;
  for (let row = 0; row < cells.length; row++) {
    if (column.kind === 'text') total += column.dictionary.text(cells[row]).length;
    else if (cells[row] === cells[row]) total += column.kind === 'date' ? day(cells[row]) : cells[row];
  }
  return total;
}

expose({ prepare, curve, copies, overview, moves, value, formulas, aggregates });
