import { describe, expect, it } from 'vitest';
import { associations } from '../../../../src/engine/insight/explore/associations';
import { comparable } from '../../../../src/engine/insight/explore/columns-for';
import { knownOfColumns } from '../../../../src/engine/insight/explore/known-of-columns';
import { overviewOf } from '../../../../src/engine/insight/explore/overview-of';
import { featuresTogether } from '../../../../src/engine/insight/features/features-together';
import { proposeFeatures } from '../../../../src/engine/insight/features/propose-features';
import { understand } from '../../../../src/engine/insight/understand';
import type { Choices } from '../../../../src/engine/insight/understanding';
import { registry } from '../../../../src/engine/recipe/registry';
import { columnNames } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { read } from '../../../support/files';
import { lines } from '../understood';

/** Numbers without a pattern, the same every time: steps of a linear congruence. */
const scattered = (at: number, salt: number) => ((at + 1) * 7919 * (salt + 3)) % 997;

/** A long tail with a skewness of some 6: 1 ÷ a scattered share. */
const tailed = (at: number, salt: number) => Math.round(10_000 / (scattered(at, salt) + 5));

const FILE = lines('id,spend,visits,clicks,balance,score,response,plan,joined,always', 300, (at) =>
  [
    at + 1,
    tailed(at, 1),
    scattered(at, 2) % 40,
    (scattered(at, 2) % 40) * 3 + (scattered(at, 7) % 33),
    -tailed(at, 4),
    scattered(at, 5) / 10,
    scattered(at, 6) % 11,
    ['basic', 'plus', 'pro'][at % 3],
    `2023-0${1 + (at % 9)}-1${at % 9}`,
    7,
  ].join(','),
);

async function proposals(text = FILE, chosen: Choices = {}) {
  const file = await read(text);
  const understanding = await understand(file, chosen, unwatched);
  const cards = await overviewOf(file.table, knownOfColumns(file.table, understanding), unwatched);
  const found = await associations(file.table, comparable(cards), unwatched);
  return {
    file,
    understanding,
    all: proposeFeatures(understanding.lists, cards, found, new Set(['score_log'])),
  };
}

describe('proposeFeatures', () => {
  it('says of each column what it could become and why, in the order of the table', async () => {
    const { all } = await proposals();
    expect(
      all.map(({ column, now, then, reason, makes, advised }) => [
        column,
        now,
        then,
        reason,
        makes.join(),
        advised,
      ]),
    ).toEqual([
      ['id', 'key', 'key', 'key', '', false],
      ['spend', 'grouped-by', 'described-by', 'long-tail', 'spend_log', true],
      ['visits', 'grouped-by', 'grouped-by', 'ready', '', false],
      ['clicks', 'grouped-by', 'left-out', 'near-copy', '', true],
      ['balance', 'grouped-by', 'described-by', 'long-tail', 'balance_yeojohnson', true],
      ['score', 'grouped-by', 'grouped-by', 'ready', '', false],
      ['response', 'described-by', 'described-by', 'outcome', '', true],
      ['plan', 'described-by', 'described-by', 'few-kinds', 'plan_basic,plan_plus,plan_pro', false],
      ['joined', 'described-by', 'described-by', 'date', 'joined_days', false],
      ['always', 'left-out', 'left-out', 'left-out', '', false],
    ]);
  });

  it('names the other one of a near copy and how near', async () => {
    const { all } = await proposals();
    const { details } = all.find(({ column }) => column === 'clicks')!;
    expect(details['other']).toBe('visits');
    expect(details['value']).toBeGreaterThan(0.95);
  });

  it('lets an outcome that the person groups by describe instead', async () => {
    const { all } = await proposals(FILE, { lists: new Map([['response', 'grouped-by']]) });
    const response = all.find(({ column }) => column === 'response')!;
    expect(response).toMatchObject({ now: 'grouped-by', then: 'described-by', step: null, advised: true });
  });

  it('names the columns that kinds would become as the step does', async () => {
    const { file, all } = await proposals();
    const { step, makes } = all.find(({ column }) => column === 'plan')!;
    const encode = registry.get('encode')!;
    const fit = await encode.fit(file.table, step!.params, unwatched);
    const { table } = await encode.apply(file.table, step!.params, fit, unwatched);
    const added = columnNames(table).filter((name) => !columnNames(file.table).includes(name));
    expect(added).toEqual(makes);
  });

  it.each([
    ['more of the first', 3, 'plan_basic'],
    ['more of the second', 4, 'plan_plus'],
    ['as many of both', 2, 'plan_plus'],
  ])('makes one column of two kinds, %s', async (_, every, made) => {
    const [one, two] = every === 4 ? ['plus', 'basic'] : ['basic', 'plus'];
    const text = lines('id,visits,plan', 240, (at) =>
      [at + 1, scattered(at, 2) % 40, at % every === 0 ? two : one].join(','),
    );
    const { file, all } = await proposals(text);
    const { step, makes } = all.find(({ column }) => column === 'plan')!;
    const encode = registry.get('encode')!;
    const { table } = await encode.apply(
      file.table,
      step!.params,
      await encode.fit(file.table, step!.params, unwatched),
      unwatched,
    );
    expect([makes, columnNames(table).at(-1)]).toEqual([[made], made]);
  });

  it('sees no tail in 0 and 1', async () => {
    const text = lines('id,visits,rare', 240, (at) =>
      [at + 1, scattered(at, 2) % 40, at % 12 === 0 ? 1 : 0].join(','),
    );
    const { all } = await proposals(text, { lists: new Map([['rare', 'grouped-by']]) });
    expect(all[2]).toMatchObject({ now: 'grouped-by', then: 'grouped-by', step: null });
  });

  it('leaves what a step evened out as it is', async () => {
    const text = lines('id,visits,score_log', 100, (at) =>
      [at + 1, scattered(at, 2) % 40, tailed(at, 1)].join(','),
    );
    const { all } = await proposals(text);
    expect(all[2]).toMatchObject({ then: 'grouped-by', reason: 'made', step: null });
  });

  it('does not propose what is there', async () => {
    const text = lines('id,spend,visits,spend_log', 100, (at) =>
      [at + 1, tailed(at, 1), scattered(at, 2) % 40, Math.log1p(tailed(at, 1))].join(','),
    );
    const { all } = await proposals(text);
    expect(all.find(({ column }) => column === 'spend')?.step).toBeNull();
  });

  it('proposes nothing of orders, which have no lists', () => {
    expect(proposeFeatures([], [], { pairs: [] }, new Set())).toEqual([]);
  });
});

describe('featuresTogether', () => {
  it('holds the columns that steps would make beside the others, and leaves the table as it was', async () => {
    const { file, understanding, all } = await proposals();
    const { step } = all.find(({ column }) => column === 'spend')!;
    const steps = [{ id: 's1', version: 1, enabled: true, ...step! }];
    const before = file.table.columnNames();
    const found = await featuresTogether(
      file.table,
      understanding.source,
      steps,
      ['spend_log', 'visits'],
      unwatched,
    );
    expect(found.pairs).toHaveLength(1);
    expect(found.pairs[0]?.rows).toBe(300);
    expect(file.table.columnNames()).toEqual(before);
  });
});
