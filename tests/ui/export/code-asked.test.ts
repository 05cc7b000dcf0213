import { describe, expect, it } from 'vitest';
import type { Code, Unsaid } from '../../../src/engine/index';
import { CodeAsked } from '../../../src/ui/screens/export/code/code-asked.svelte';
import { codeFailed, codeProof, codePurpose, missingHeading } from '../../../src/ui/text/code';

const codeWith = (...unsaid: Unsaid[]): Code => ({
  target: 'python',
  text: 'pass',
  ending: 'py',
  unsaid,
  segments: 'given',
});
const ok = (value: Code) => Promise.resolve({ ok: true as const, value });
const error = { code: 'bad-formula', details: { reason: 'wrong-kind', at: 13 }, step: null };

describe('the code that was asked for', () => {
  it('says why there is none, until there is one again', async () => {
    const asked = new CodeAsked();
    await asked.of(Promise.resolve({ ok: false, error }));
    expect([asked.code, asked.failed]).toEqual([null, error]);
    await asked.of(Promise.reject(new Error('no port')));
    expect(asked.failed?.details).toEqual({ reason: 'Error: no port' });
    await asked.of(ok(codeWith()));
    expect([asked.code?.text, asked.failed]).toEqual(['pass', null]);
  });

  it('is that of the last question', async () => {
    const asked = new CodeAsked();
    const second = ok(codeWith());
    const first = asked.of(second.then(() => ({ ok: false, error })));
    await Promise.all([asked.of(second), first]);
    expect([asked.code?.text, asked.failed]).toEqual(['pass', null]);
  });

  it('says in a sentence that it could not be written', () => {
    expect(codeFailed('python', error)).toMatch(/^The Python code could not be written\. .*\.$/);
  });

  it('says plainly where the code gives no segments', () => {
    const missing = { step: 0, says: 'A step', reason: 'Not said.', weight: 'missing' as const };
    const some = codeWith(missing);
    const lost: Code = { ...codeWith(missing, missing), segments: 'lost' };
    expect(codePurpose(codeWith())).toContain('these very segments');
    expect(codePurpose(some)).toContain('by the steps that are in it');
    expect(missingHeading(some)).toContain('may get other segments');
    expect(codePurpose(lost)).toMatch(/^This code gives no segments/);
    expect(missingHeading(lost)).toBe(
      '2 things are not in the Python code, so customers get no segments there.',
    );
    expect(missingHeading({ ...some, segments: 'none' })).not.toContain('segments');
  });

  it('promises the same segments only where every step is in it', () => {
    const missing = { step: 0, says: 'A step', reason: 'Not said.', weight: 'missing' as const };
    expect(codeProof('python', codeWith())?.sentence).toContain('every customer');
    expect(codeProof('python', codeWith({ ...missing, weight: 'differs' }))?.sure).toBe(true);
    expect(codeProof('python', codeWith(missing))).toBeNull();
    expect(codeProof('bigquery', { ...codeWith(missing), target: 'bigquery' })?.sure).toBe(false);
  });
});
