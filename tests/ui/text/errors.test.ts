import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorText } from '../../../src/ui/text/errors';
import { useLocale } from '../../../src/ui/text/format';
import { FORMATS } from '../../../src/ui/text/labels';
import type { PlainError } from '../../../src/workers/wire';

beforeAll(() => useLocale('en-GB'));

const of = (code: string, details: PlainError['details'] = {}, file = 'orders.csv') =>
  errorText({ code, details, step: null }, file);

describe('errorText', () => {
  it('says what happened to which file and what next', () => {
    expect(of('empty-file', { file: 'orders.csv' }).sentence).toBe(
      'orders.csv is empty (0 bytes). Export it again or choose another file.',
    );
    expect(of('header-only').sentence).toBe(
      'orders.csv has column names in row 1 and nothing below. Widen the date range of the export.',
    );
    expect(of('not-a-table', { file: 'photo.csv', looksLike: 'jpeg' }).sentence).toBe(
      `photo.csv is not a table: it looks like a JPEG picture from its first bytes. Tessera reads ${FORMATS}.`,
    );
  });

  it('offers the separators where one column was found', () => {
    const labels = of('one-column').next.map(({ label }) => label);
    expect(labels).toEqual(['Comma', 'Semicolon', 'Tab', 'Other', 'One value a line']);
  });

  it('offers a number of segments that the customers can form', () => {
    const { sentence, next } = of('too-few-customers', { customers: 3, k: 5 });
    expect(sentence).toBe('3 customers cannot form 5 segments. Choose 2 or 3.');
    expect(next).toEqual([{ label: 'Use 3', step: { do: 'segments', k: 3 } }]);
  });

  it('offers to reload where a file is of a newer version, and the recipe where a step is', () => {
    const steps = (what: string) => of('newer-version', { what, version: 9 }).next.map(({ step }) => step.do);
    expect(['session', 'recipe', 'model', 'steps'].map(steps)).toEqual(Array(4).fill(['reload']));
    expect(steps('drop-missing')).toEqual(['open-recipe']);
  });

  it('counts the words in a column of numbers', () => {
    const details = { column: 'Amount', row: 1204, value: 'twelve', count: 18, rows: 9800 };
    expect(of('text-in-number', details).sentence).toContain(
      "row 1,204 says 'twelve', and 17 more of 9,800.",
    );
  });

  it('offers blanks only where other cells are what is needed', () => {
    const labels = (count: number, missing: number) =>
      of('text-in-number', { column: 'Amount', row: 1, value: 'x', count, rows: 20, missing }).next.map(
        ({ label }) => label,
      );
    expect(labels(18, 1)).toEqual(['Count as blank', 'Show rows', 'Change']);
    expect(labels(18, 2)).toEqual(['Change']);
  });

  it('cuts a long text that it quotes', () => {
    const { sentence } = of('text-in-number', {
      column: 'Amount',
      row: 1,
      value: 'x'.repeat(5000),
      count: 1,
    });
    expect(sentence.length).toBeLessThan(200);
  });

  it('does not offer more segments than there are different customers', () => {
    const { sentence, next } = of('too-few-customers', { customers: 240, distinct: 3, k: 5 });
    expect(sentence).toBe('240 customers, of whom 3 differ, cannot form 5 segments. Choose 2 or 3.');
    expect(next).toEqual([{ label: 'Use 3', step: { do: 'segments', k: 3 } }]);
  });

  it('tells an empty file from one that is blank', () => {
    expect(of('empty-file', { bytes: 5 }).sentence).toContain('nothing but blanks (5 bytes)');
  });

  it('names the step as the recipe counts, reading being the first', () => {
    const { sentence } = errorText({ code: 'no-rows-left', details: {}, step: 1 });
    expect(sentence).toContain('No rows are left after step 3.');
  });

  it('says what the browser needs and has where it will not store', () => {
    const full = of('storage-full', { needed: 210e6, free: 94e6 });
    expect(full.sentence).toBe(
      'The browser will not store this session: it needs 210.0\u00a0MB and 94.0\u00a0MB are free. Nothing is lost while this tab is open; save it as a file to keep it.',
    );
    expect(full.next.map(({ label }) => label)).toEqual(['Save as a file', 'Free space']);
  });

  it.each(['session-gone', 'nothing-open', 'no-such-step', 'not-at-hand'])(
    'has words for why a file cannot be read: %s',
    (reason) => {
      expect(of('unreadable-file', { reason }).sentence).not.toContain(reason);
    },
  );

  it('names columns as people know them', () => {
    const columns = ['frequency_log_z', 'monetary_log_z', 'recency_days_log_z'];
    expect(of('all-equal', { customers: 240, columns }).sentence).toBe(
      'All 240 customers have the same orders, spend and last date, so nothing tells them apart. Add a column that varies.',
    );
  });

  it('has words for what nobody expected, with the file and the reason', () => {
    const { sentence, next } = of('never-heard-of', { reason: 'x is undefined' });
    expect(sentence).toContain('orders.csv');
    expect(sentence).toContain('x is undefined');
    expect(next.length).toBeGreaterThan(0);
  });

  it('is not led astray by codes that are names of objects', () => {
    expect(of('constructor').sentence).toContain('does not know');
  });
});

describe('every error', () => {
  const source = readFileSync(new URL('../../../src/engine/errors.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code!);

  it.each([...codes, 'storage-full', 'storage-refused', 'worker-failed', 'unexpected'])(
    'has a whole sentence even without details: %s',
    (code) => {
      const { sentence } = of(code);
      expect(sentence).toMatch(/^[A-Z'0-9o].*\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|wrong\b/);
    },
  );
});
