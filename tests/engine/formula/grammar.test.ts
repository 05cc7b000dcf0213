import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledGrammar } from '../../../tools/make-grammar.mjs';

const FILE = resolve(import.meta.dirname, '../../../src/engine/formula/parser.js');

describe('parser.js', () => {
  const parser = readFileSync(FILE, 'utf8');

  it('is what grammar.peggy compiles to: else run node tools/make-grammar.mjs', () => {
    expect(compiledGrammar()).toBe(parser);
  });

  it('makes no code of text', () => {
    expect(parser).not.toMatch(/\beval\b|\bFunction\(/);
  });
});
