import { describe, expect, it } from 'vitest';
import { waitOf } from '../../src/sender/retry-after';

const NOW = Date.UTC(2026, 10, 28, 12, 0, 0);
const of = (header: string, body: unknown = '') =>
  waitOf(new Headers(header === '' ? {} : { 'retry-after': header }), JSON.stringify(body), NOW);

describe('waitOf', () => {
  it('reads seconds and dates of the header', () => {
    expect(of('7')).toEqual({ after: 7 });
    expect(of('Sat, 28 Nov 2026 12:02:00 GMT')).toEqual({ after: 120 });
    expect(of('Sat, 28 Nov 2026 11:00:00 GMT')).toEqual({ after: 0 });
    expect(of('soon')).toEqual({});
    expect(of('')).toEqual({});
  });

  it('reads the delay that Google writes into its answer', () => {
    const error = { details: [{ '@type': 'x' }, { retryDelay: '12.4s' }] };
    expect(of('', { error })).toEqual({ after: 13 });
    expect(of('', [{ error }])).toEqual({ after: 13 });
  });
});
