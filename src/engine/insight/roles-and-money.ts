import type { Grain, Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import { moneyOf } from './money';
import { guessRoles } from './roles';
import type { Money, RoleGuess } from './understanding';

interface Guessed {
  guesses: RoleGuess[];
  money: Money | null;
}

/**
 * The guesses and the money they come to. What a person's own steps made is taken for money, a quantity or a price only
 * where the columns of the file say no money: a new column is no reason to count otherwise.
 * @param measured the facts with text columns that are nearly numbers measured as numbers
 * @param made the columns that own steps made
 * @param keeps whether a guess holds
 */
export function rolesAndMoney(
  [facts, measured]: readonly [readonly ColumnFacts[], readonly ColumnFacts[]],
  grain: Grain,
  chosen: ReadonlyMap<string, Role | null>,
  nameless: boolean,
  made: ReadonlySet<string>,
  keeps: (guess: RoleGuess) => boolean,
): Guessed {
  const guessed = (notMoney: ReadonlySet<string>): Guessed => {
    const guesses = guessRoles(facts, grain, chosen, nameless, notMoney).filter(keeps);
    const counted = measured.filter(({ name }) => !notMoney.has(name));
    return { guesses, money: moneyOf(grain, guesses, counted) };
  };
  const ofFile = guessed(made);
  return ofFile.money || made.size === 0 ? ofFile : guessed(new Set());
}
