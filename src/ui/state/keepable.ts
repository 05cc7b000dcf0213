import type { RecipeStep } from '../../engine/index';
import type { RoleChoice } from '../../workers/api';

/** Steps that read other files are no part of what is used again on another one. */
const READ_OTHERS = new Set(['append', 'join']);

/** The person's own steps that can be kept to be used again: those that are on and read this file alone. */
export const keepable = ({ before = [] }: RoleChoice): RecipeStep[] =>
  before.filter(({ op, enabled }) => enabled && !READ_OTHERS.has(op));
