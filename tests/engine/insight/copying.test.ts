import { describe, expect, it } from 'vitest';
import { CrewLost, type Crew } from '../../../src/engine/crew/crew';
import { beginTrade } from '../../../src/engine/crew/trades';
import { beginCopies } from '../../../src/engine/insight/copying';
import { Stopped } from '../../../src/engine/errors';
import { NumberColumn, TextColumn } from '../../../src/engine/table/columns';
import { Dictionary } from '../../../src/engine/table/dictionary';
import { makeTable } from '../../../src/engine/table/table';
import { unwatched, type Work } from '../../../src/engine/work';

const ROWS = 120_000;
const shared = <A extends Float64Array | Uint32Array | Uint8Array>(
  values: A,
  kind: { new (buffer: SharedArrayBuffer): A },
): A => {
  const copy = new kind(new SharedArrayBuffer(values.byteLength));
  copy.set(values as never);
  return copy;
};

/** Every tenth row equals the one before, every twentieth but for its case. */
function shop(place: typeof shared) {
  const { bytes, offsets } = Dictionary.of(['Mug', 'mug', 'Bowl']);
  const before = (row: number) => (row % 10 === 0 ? row - 1 : row);
  const numbers = Float64Array.from({ length: ROWS }, (_, row) => before(row));
  const codes = Uint32Array.from({ length: ROWS }, (_, row) => (row % 20 === 0 ? 1 : 0));
  return makeTable([
    ['n', new NumberColumn(place(numbers, Float64Array as never))],
    [
      'name',
      new TextColumn(
        place(codes, Uint32Array as never),
        new Dictionary(place(bytes, Uint8Array as never), place(offsets, Uint32Array as never)),
      ),
    ],
  ]);
}

const ROUND = { phase: 'looking', done: 0, total: 1, unit: 'rounds' } as const;
const told: unknown[] = [];
const there: Crew = {
  doAll: async (trade, ground, [piece], progress) => {
    told.push(progress);
    return [await beginTrade(trade, ground).do(piece, unwatched, { ...ROUND })];
  },
};
const failing = (thrown: Error): Crew => ({ doAll: () => Promise.reject(thrown) });
const withCrew = (crew: Crew): Work => ({ ...unwatched, crew });

describe('beginCopies', () => {
  const here = beginCopies(
    shop((values) => values),
    unwatched,
  );

  it('finds the same with others as alone, and where they are lost', async () => {
    const alone = await here();
    const sum = (marks: Uint8Array | null) => marks?.reduce((count, mark) => count + mark, 0);
    expect([sum(alone.exact), sum(alone.loose)]).toEqual([ROWS / 20, ROWS / 10 - 1]);
    for (const crew of [there, failing(new CrewLost())]) {
      const found = await beginCopies(shop(shared), withCrew(crew))();
      expect(found.exact).toEqual(alone.exact);
      expect(found.loose).toEqual(alone.loose);
    }
    // How far the columns are is told meanwhile, and nothing else.
    expect(told).toEqual([null]);
  });

  it('asks nobody where memory cannot be shared', async () => {
    const found = await beginCopies(
      shop((values) => values),
      withCrew(failing(new Error('asked'))),
    )();
    expect(found.exact).toHaveLength(ROWS);
  });

  it('is stopped with the work', async () => {
    await expect(beginCopies(shop(shared), withCrew(failing(new Stopped())))()).rejects.toBeInstanceOf(
      Stopped,
    );
  });
});
