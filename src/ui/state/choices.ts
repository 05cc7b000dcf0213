import type { ColumnChoice, Grain, Role } from '../../engine/index';
import type { RoleChoice } from '../../workers/api';
import { withOwn, type NewStep } from './recipe-edits';

type List = NonNullable<RoleChoice['lists']>[number][1];

/** What the person says about the file instead of the guesses. Each choice has the file understood anew; true if it could be. */
export class Choices {
  readonly #present: () => RoleChoice;
  readonly #choose: (choice: RoleChoice) => Promise<boolean>;

  constructor(present: () => RoleChoice, choose: (choice: RoleChoice) => Promise<boolean>) {
    this.#present = present;
    this.#choose = choose;
  }

  /** Adds a step of the person's own, before the automatic ones. */
  addStep(step: NewStep): Promise<boolean> {
    return this.addSteps([step]);
  }

  /** Adds several in their order, as one moment. */
  addSteps(steps: readonly NewStep[]): Promise<boolean> {
    const present = this.#present();
    return this.#choose({ ...present, before: withOwn(present.before ?? [], steps) });
  }

  setRole(role: Role, column: string | null): Promise<boolean> {
    return this.setRoles([[role, column]]);
  }

  /** Several roles at once, as one choice: money is an amount, or quantity and price. */
  setRoles(roles: readonly (readonly [Role, string | null])[]): Promise<boolean> {
    const changed = new Set(roles.map(([role]) => role));
    const present = this.#present();
    const others = (present.roles ?? []).filter(([one]) => !changed.has(one));
    return this.#choose({ ...present, roles: [...others, ...roles] });
  }

  /** Says what money is counted in; null: nothing says so. */
  setCurrency(currency: string | null): Promise<boolean> {
    return this.#choose({ ...this.#present(), currency });
  }

  setGrain(grain: Grain): Promise<boolean> {
    return this.#choose({ ...this.#present(), grain });
  }

  /** Puts a column of a customer file into another list. */
  setList(column: string, list: List): Promise<boolean> {
    const present = this.#present();
    const others = (present.lists ?? []).filter(([one]) => one !== column);
    return this.#choose({ ...present, lists: [...others, [column, list]] });
  }

  /** Adds steps and puts columns, those they make among them, into lists, as one moment. */
  addFeatures(steps: readonly NewStep[], lists: readonly (readonly [string, List])[]): Promise<boolean> {
    const present = this.#present();
    const named = new Set(lists.map(([column]) => column));
    const others = (present.lists ?? []).filter(([one]) => !named.has(one));
    const before = withOwn(present.before ?? [], steps);
    return this.#choose({ ...present, before, lists: [...others, ...lists] });
  }

  /** Says what a column is and how it is written; null takes the word back. */
  setColumn(column: string, choice: ColumnChoice | null): Promise<boolean> {
    const present = this.#present();
    const others = (present.columns ?? []).filter(([one]) => one !== column);
    return this.#choose({ ...present, columns: choice ? [...others, [column, choice]] : others });
  }

  /** Lets the cells of a needed column that are no numbers or dates count as blank. */
  countAsBlank(column: string): Promise<boolean> {
    const present = this.#present();
    const others = (present.othersBlank ?? []).filter((one) => one !== column);
    return this.#choose({ ...present, othersBlank: [...others, column] });
  }
}
