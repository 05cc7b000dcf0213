import { plainLine } from '../plain-line';
import { HELPERS, type Helper } from './helpers';
import { pythonNumber, pythonText, pythonTexts, pythonValue } from './literals';

interface Step {
  name: string;
  comment: string;
  lines: string[];
  /** Other files it reads, by their place in the recipe. */
  others: Set<number>;
}

const otherName = (at: number): string => `other_${at}`;

/** A Python script, one small function for each step; steps write their lines by its methods. The table is `table`. */
export class PythonScript {
  readonly #steps: Step[] = [];
  readonly #learnt = new Map<string, unknown>();
  readonly #helpers = new Set<Helper>();
  readonly #imports = new Set<string>();

  /** What follows is written for that step. */
  begin(name: string, sentence: string): void {
    this.#steps.push({ name, comment: plainLine(sentence), lines: [], others: new Set() });
  }

  /** The table of another file, which the step's function is then given. */
  other(at: number): string {
    this.#steps.at(-1)!.others.add(at);
    return otherName(at);
  }

  /** Other files that are read, by their place in the recipe. */
  get others(): number[] {
    return [...new Set(this.#steps.flatMap(({ others }) => [...others]))].sort((a, b) => a - b);
  }

  /** Lines of the step's function; further lines of one statement are indented by themselves. */
  line(...lines: string[]): void {
    this.#steps.at(-1)!.lines.push(...lines);
  }

  /** Keeps something that was learnt in the dictionary at the top; gives the expression that reads it. */
  learnt(key: string, value: unknown): string {
    const { name } = this.#steps.at(-1)!;
    const known = (this.#learnt.get(name) ?? {}) as Record<string, unknown>;
    this.#learnt.set(name, { ...known, [key]: value });
    return `LEARNT[${pythonText(name)}][${pythonText(key)}]`;
  }

  /** A helper by name, which is then in the script. */
  use(helper: Helper): Helper {
    for (const needed of HELPERS[helper].needs ?? []) this.use(needed);
    this.#helpers.add(helper);
    return helper;
  }

  /** A line of imports. */
  imports(line: string): void {
    this.#imports.add(line);
  }

  text = pythonText;
  number = pythonNumber;
  texts = pythonTexts;
  value = (value: unknown): string => pythonValue(value, '    ');

  /** A column of the table. */
  column(name: string): string {
    return `table[${pythonText(name)}]`;
  }

  get importLines(): string[] {
    return [...this.#imports].sort();
  }

  get learntLines(): string {
    return `LEARNT = ${pythonValue(Object.fromEntries(this.#learnt))}`;
  }

  get helperTexts(): string[] {
    const names = Object.keys(HELPERS) as Helper[];
    return names.filter((name) => this.#helpers.has(name)).map((name) => HELPERS[name].text);
  }

  /** Functions of the steps that do something, and `label`, which calls them in turn. */
  get functions(): string[] {
    const doing = this.#steps.filter(({ lines }) => lines.length > 0);
    const each = doing.map(
      ({ name, comment, lines, others }) =>
        `# ${comment}\ndef ${name}(${given([...others])}):\n${lines.map((line) => `    ${line}\n`).join('')}    return table`,
    );
    const calls = this.#steps.map(({ name, comment, lines, others }) =>
      lines.length > 0 ? `    table = ${name}(${given([...others])})\n` : `    # ${comment}\n`,
    );
    return [...each, `def label(${given(this.others)}):\n${calls.join('')}    return table`];
  }
}

const given = (others: readonly number[]): string => ['table', ...others.map(otherName)].join(', ');
