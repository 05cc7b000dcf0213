import { describe, expect, it } from 'vitest';
import { EngineError, Stopped } from '../../src/engine/index';
import { StorageRefused } from '../../src/workers/storage-refused';
import { outcome, plain } from '../../src/workers/wire';

const failing = (thrown: unknown) =>
  outcome(() => {
    throw thrown;
  });

describe('outcome', () => {
  it('gives the value, awaited', async () => {
    expect(await outcome(() => 1)).toEqual({ ok: true, value: 1 });
    expect(await outcome(() => Promise.resolve('two'))).toEqual({ ok: true, value: 'two' });
  });

  it('takes a stop for no error', async () => {
    expect(await failing(new Stopped())).toEqual({ ok: false, stopped: true });
  });

  it('keeps code, details and step of an engine error', async () => {
    const error = new EngineError('missing-column', { column: '__proto__' });
    error.step = 4;
    expect(await failing(error)).toEqual({
      ok: false,
      error: { code: 'missing-column', details: { column: '__proto__' }, step: 4 },
    });
  });

  it('hears of what fails later', async () => {
    const late = await outcome(() => Promise.reject(new EngineError('no-customer')));
    expect(late).toEqual({ ok: false, error: { code: 'no-customer', details: {}, step: null } });
  });

  it('survives being copied to another thread', async () => {
    const answer = await failing(new EngineError('all-equal', { columns: ['a', 'b'], customers: 3 }));
    expect(structuredClone(answer)).toEqual(answer);
  });
});

describe('plain', () => {
  // The words of Chromium, Firefox and Safari for memory they cannot give.
  it.each([
    new RangeError('Array buffer allocation failed'),
    new RangeError('Invalid typed array length: 99999999999'),
    new RangeError('Invalid array length'),
    new RangeError('Out of memory'),
    new Error('out of memory'),
  ])('knows %s for want of memory', (thrown) => {
    expect(plain(thrown)).toEqual({ code: 'out-of-memory', details: {}, step: null });
  });

  it('tells a refusal of storage from other errors', () => {
    const refused = new StorageRefused('storage-full', { reason: 'quota', needed: 210e6, free: 94e6 });
    expect(plain(refused)).toEqual({
      code: 'storage-full',
      details: { reason: 'quota', needed: 210e6, free: 94e6 },
      step: null,
    });
  });

  it.each([
    [new TypeError('x is undefined'), 'x is undefined'],
    ['a mere string', 'a mere string'],
    [null, 'null'],
  ])('gives the message of whatever nobody expected: %s', (thrown, reason) => {
    expect(plain(thrown)).toEqual({ code: 'unexpected', details: { reason }, step: null });
  });
});
