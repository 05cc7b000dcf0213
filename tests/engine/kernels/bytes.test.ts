import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../src/engine/kernels/base64';
import { KERNELS } from '../../../src/engine/kernels/bytes';
import { compiledKernels } from '../../../tools/make-kernels.mjs';

const FILE = resolve(import.meta.dirname, '../../../src/engine/kernels/bytes.ts');

describe('KERNELS', { timeout: 60_000 }, () => {
  it('is what src/kernels compiles to: else run node tools/make-kernels.mjs', async () => {
    expect(await compiledKernels()).toBe(readFileSync(FILE, 'utf8'));
  });

  it('is WebAssembly this host can run', () => {
    expect(WebAssembly.validate(fromBase64(KERNELS))).toBe(true);
  });
});

describe('fromBase64', () => {
  it.each(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar', '\u00ff\u00fe?>'])('reads %j', (text) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(Buffer.from(fromBase64(bytes.toString('base64')))).toEqual(bytes);
  });
});
