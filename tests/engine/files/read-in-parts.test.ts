import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { HandsLost, type Hands, type PartPlan } from '../../../src/engine/files/parts';
import { readPart } from '../../../src/engine/files/read-part';
import { readTable, type ReadChoice } from '../../../src/engine/files/read-table';
import type { ByteSource } from '../../../src/engine/files/source';
import { TextMemory } from '../../../src/engine/files/text-memory';
import { usePlainKernels } from '../../../src/engine/kernels/room';
import { packCells, packTable } from '../../../src/engine/table/packed';
import { columnNames, columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { fileOf } from '../../support/files';

interface Counted extends Hands {
  parts: number;
  /** Parts whose beginning had to be told. */
  told: number;
}

/**
 * Hands of the same thread, to which everything is handed as it would be to another one: as one hand would, or as two
 * that take parts by turns and remember texts.
 */
function handsFor(source: ByteSource, remembering: boolean): Counted {
  const memories = new Map<string, TextMemory>();
  const memoryOf = (plan: PartPlan, hand: number) => {
    const name = `${plan.id} ${hand}`;
    const memory = memories.get(name) ?? new TextMemory(plan, `hand ${hand}`, 150);
    memories.set(name, memory);
    return memory;
  };
  const hands: Counted = {
    count: 2,
    parts: 0,
    told: 0,
    read: async (plan, bounds) => {
      const memory = remembering ? memoryOf(plan, hands.parts % 2) : null;
      hands.parts++;
      if (bounds.exact) hands.told++;
      return structuredClone(await readPart(source, structuredClone(plan), structuredClone(bounds), memory));
    },
  };
  return hands;
}

/** All that reading gives, down to the codes of texts and their order. */
async function outcomeOf(source: ByteSource, choice: ReadChoice, hands: Hands | null, partBytes: number) {
  try {
    const { table, report } = await readTable(source, choice, unwatched, { hands, partBytes });
    const cells = columnNames(table).map((name) => packCells(columnOf(table, name)).map((part) => [...part]));
    return { packed: packTable(table), cells, report };
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown;
    return { code: thrown.code, details: thrown.details };
  }
}

async function same(
  content: string | Uint8Array,
  partBytes: number,
  choice: ReadChoice = {},
): Promise<Counted> {
  const source = fileOf(content);
  const remembering = handsFor(source, true);
  const remembered = await outcomeOf(source, choice, remembering, partBytes);
  const hands = handsFor(source, false);
  const inParts = await outcomeOf(source, choice, hands, partBytes);
  expect(inParts).toEqual(await outcomeOf(source, choice, null, partBytes));
  expect(remembered).toEqual(inParts);
  expect(remembering.parts).toBe(hands.parts);
  return hands;
}

const SIZES = fc.integer({ min: 1, max: 90 });

/** Cells of every kind, good and bad, plain and quoted, with every mark inside. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -99, max: 12000 }).map(String) },
  fc.double({ min: 0, max: 99, noNaN: true }).map((value) => value.toFixed(2)),
  fc.constantFrom('', 'NA', '?', ' ', 'yes', 'no', 'Yes', 'n', '007', '+49 171 2345678', '""', '"'),
  fc.constantFrom('2024-01-31', '31/01/2024', '1/2/24 08:30', '2024-02-30', 'é', 'naïve €', '\u00a0'),
  fc.constantFrom('"a,b"', '"line\nbreak"', '"say ""hi"""', '"\r\n"', '"open', '" x" ', 'x"y"'),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[\0\ufeff]/g, '')),
);
const LINE_ENDS = fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n');
const record = (width: number) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.array(cell, { minLength: width, maxLength: width }) },
    fc.array(cell, { maxLength: width + 3 }),
  );

const file = fc
  .record({ width: fc.integer({ min: 2, max: 4 }), delimiter: fc.constantFrom(',', ';', '\t', '|') })
  .chain(({ width, delimiter }) =>
    fc
      .array(fc.tuple(record(width), LINE_ENDS), { minLength: 2, maxLength: 40 })
      .map((lines) => lines.map(([cells, end]) => cells.join(delimiter) + end).join('')),
  );

/** Columns that look like one kind for long enough that the sample believes it. */
const changingFile = fc
  .tuple(fc.constantFrom('7', '2024-05-06', 'yes', '3,5', '05/06/2024'), fc.array(cell, { maxLength: 12 }))
  .map(([usual, odd]) => {
    const lines = Array.from(
      { length: 1010 },
      (_, at) => `${at},"${at % 3 === 1 && usual === 'yes' ? 'no' : usual}"\n`,
    );
    return `a,b\n${lines.join('')}${odd.map((one) => `1,${one}\n`).join('')}`;
  });

describe('readInParts', () => {
  afterEach(() => usePlainKernels(false));

  it('gives what reading in order gives, wherever the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(file, SIZES, fc.boolean(), fc.boolean(), async (text, partBytes, bom, plain) => {
        usePlainKernels(plain);
        await same(bom ? `\ufeff${text}` : text, partBytes);
      }),
      { numRuns: 250 },
    );
  }, 60_000);

  it('gives what reading in order gives whatever the options say', async () => {
    const options = fc.record({
      delimiter: fc.constantFrom(',', ';', 'whitespace'),
      quote: fc.constantFrom('"', "'", ''),
      skip: fc.integer({ min: 0, max: 3 }),
      header: fc.boolean(),
      decimal: fc.constantFrom('.' as const, ',' as const),
      encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
    });
    await fc.assert(
      fc.asyncProperty(file, SIZES, options, async (text, partBytes, chosen) => {
        await same(text, partBytes, { options: chosen });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('reads columns again that turn out otherwise than the sample said', async () => {
    await fc.assert(
      fc.asyncProperty(changingFile, fc.integer({ min: 2000, max: 9000 }), async (text, partBytes) => {
        await same(text, partBytes);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('reads in order where parts disagree on how yes is written', async () => {
    const lines = Array.from(
      { length: 2400 },
      (_, at) => `${at},${['yes', 'no', 'Yes', 'No'][(at & 1) + (at > 1500 ? 2 : 0)]!}`,
    );
    await same(`n,b\n${lines.join('\n')}\n`, 2000);
  });

  it('tells texts that are met again, new ones and ones long forgotten apart', async () => {
    const lines = Array.from(
      { length: 6000 },
      (_, at) => `C-${(at * 7919) % 400},"ORDER ${at >> 1}",${'x'.repeat(at % 90)}`,
    );
    for (const partBytes of [3000, 20_000, 70_000]) await same(`c,o,x\n${lines.join('\n')}\n`, partBytes);
  });

  it('reads the parts of a plain file once each', async () => {
    const lines = Array.from({ length: 500 }, (_, at) => `${at},C-${at % 7},2024-01-0${(at % 9) + 1}`);
    const body = `${lines.join('\n')}\n`;
    const hands = await same(`n,c,d\n${body}`, 1000);
    expect(hands.parts).toBe(Math.ceil(body.length / 1000));
    expect(hands.told).toBe(1);
  });

  it('reads a part again that began within quotes', async () => {
    const inside = 'a,b,c\n'.repeat(80);
    const lines = Array.from({ length: 60 }, (_, at) => `${at},"${inside}",x`);
    const hands = await same(`n,t,x\n${lines.join('\n')}\n`, 700);
    expect(hands.told).toBeGreaterThan(1);
  });

  it('follows a record over many parts', async () => {
    const long = `"${'word, '.repeat(40_000)}\n"`;
    await same(`n,t\n1,${long}\n2,b\n3,${long}\n4,d\n`, 5000);
  });

  it('counts rows in the whole file: ragged ones, stoppers, a quote that never closes', async () => {
    const lines = Array.from({ length: 1500 }, (_, at) =>
      at === 1203 ? '1,2,3,4' : `${at},${at === 1400 ? 'x' : 5}`,
    );
    await same(`a,b\n${lines.join('\n')}\n9,"open\n1,2\n3,4\n`, 600);
  });

  it('turns to windows-1252 where a text far down is no UTF-8', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => `${at};"plain ""text"""\n`).join('');
    const bytes = Uint8Array.from(`n;t\n${lines}7;caf\xe9\n8;"\x80 ""5"""\n9;z\n`, (letter) =>
      letter.charCodeAt(0),
    );
    await same(bytes, 333);
  });

  it('reads in order where the hands are lost on the way', async () => {
    const source = fileOf(
      `n,c,x\n${Array.from({ length: 400 }, (_, at) => `${at},c${at % 5}${at > 200 ? ',1,extra' : ',1'}`).join('\n')}\n`,
    );
    const whole = handsFor(source, true);
    let left = 7;
    const failing: Hands = {
      count: 2,
      read: (plan, bounds) => (left-- > 0 ? whole.read(plan, bounds) : Promise.reject(new HandsLost())),
    };
    expect(await outcomeOf(source, {}, failing, 500)).toEqual(await outcomeOf(source, {}, null, 500));
  });
});
