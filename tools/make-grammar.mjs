// Compiles src/engine/formula/grammar.peggy into parser.js beside it, so that the engine needs neither the compiler nor
// eval. Run it after every change to the grammar; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import peggy from 'peggy';

const folder = new URL('../src/engine/formula/', import.meta.url);

/** The text of src/engine/formula/parser.js for the grammar as it stands. */
export function compiledGrammar() {
  const grammar = readFileSync(new URL('grammar.peggy', folder), 'utf8');
  const compiled = peggy.generate(grammar, { output: 'source', format: 'es' });
  return `// Written by tools/make-grammar.mjs from grammar.peggy.\n${compiled}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('parser.js', folder), compiledGrammar());
