/** The text of src/engine/formula/parser.js for the grammar as it stands. */
export function compiledGrammar(): string;
