import { selectOf, type SqlScript } from './script';

interface Part {
  name: string;
  expression: string;
  level: number;
}

/** Columns that are worked out before others look at them: what is needed often, or what windows ask of windows. */
export class SqlParts {
  readonly #parts: Part[] = [];

  constructor(readonly sql: SqlScript) {}

  /** The name of a column that is that expression. */
  column(expression: string): string {
    const known = this.#parts.find((part) => part.expression === expression);
    if (known) return known.name;
    const name = this.sql.own(`tessera_part_${this.#parts.length + 1}`);
    const below = this.#parts.filter((part) => expression.includes(part.name)).map(({ level }) => level);
    this.#parts.push({ name, expression, level: Math.max(0, ...below) + 1 });
    return name;
  }

  /** What is selected in one part after another, with the ending of its name. */
  get selects(): { lines: string[]; suffix: string }[] {
    const levels = [...new Set(this.#parts.map(({ level }) => level))].sort((a, b) => a - b);
    return levels.map((level) => {
      const made = this.#parts.filter((part) => part.level === level);
      const list = ['*', ...made.map(({ name, expression }) => `${expression} AS ${name}`)];
      return { lines: selectOf(list), suffix: `_part_${level}` };
    });
  }
}
