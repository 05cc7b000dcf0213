import type { ColumnChoice, Grain, Role } from '../../engine/index';
import type { RoleChoice } from '../../workers/api';

type List = NonNullable<RoleChoice['lists']>[number][1];

/** What the person says about the file instead of the guesses. Each choice has the file understood anew. */
export class Choices {
  readonly #present: () => RoleChoice;
  readonly #choose: (choice: RoleChoice) => Promise<void>;

  constructor(present: () => RoleChoice, choose: (choice: RoleChoice) => Promise<void>) {
    this.#present = present;
    this.#choose = choose;
  }

  setRole(role: Role, column: string | null): Promise<void> {
    return this.setRoles([[role, column]]);
  }

  /** Several roles at once, as one choice: money is an amount, or quantity and price. */
  setRoles(roles: readonly (readonly [Role, string | null])[]): Promise<void> {
    const changed = new Set(roles.map(([role]) => role));
    const present = this.#present();
    const others = (present.roles ?? []).filter(([one]) => !changed.has(one));
    return this.#choose({ ...present, roles: [...others, ...roles] });
  }

  /** Says what money is counted in; null: nothing says so. */
  setCurrency(currency: string | null): Promise<void> {
    return this.#choose({ ...this.#present(), currency });
  }

  setGrain(grain: Grain): Promise<void> {
    return this.#choose({ ...this.#present(), grain });
  }

  /** Puts a column of a customer file into another list. */
  setList(column: string, list: List): Promise<void> {
    const present = this.#present();
    const others = (present.lists ?? []).filter(([one]) => one !== column);
    return this.#choose({ ...present, lists: [...others, [column, list]] });
  }

  /** Says what a column is and how it is written; null takes the word back. */
  setColumn(column: string, choice: ColumnChoice | null): Promise<void> {
    const present = this.#present();
    const others = (present.columns ?? []).filter(([one]) => one !== column);
    return this.#choose({ ...present, columns: choice ? [...others, [column, choice]] : others });
  }

  /** Lets the cells of a needed column that are no numbers or dates count as blank. */
  countAsBlank(column: string): Promise<void> {
    const present = this.#present();
    const others = (present.othersBlank ?? []).filter((one) => one !== column);
    return this.#choose({ ...present, othersBlank: [...others, column] });
  }
}
