import { expect, it } from 'vitest';
import { momentLines } from '../../../src/ui/state/moment-lines';
import { before, goneTo, NO_MOMENTS, withMoment } from '../../../src/ui/state/moment-tree';
import { recipeOf } from '../../engine/recipe/recipes';

const moment = { recipe: recipeOf([]), choice: {} };

it('draws the line that undo and redo go along, with those left beside it', () => {
  let tree = NO_MOMENTS;
  for (let n = 0; n < 3; n++) tree = withMoment(tree, moment);
  tree = goneTo(tree, before(tree)!);
  for (let n = 0; n < 2; n++) tree = withMoment(tree, moment);
  const alone = (place: number) => ({ place, left: [] });
  expect(momentLines(tree)).toEqual([alone(0), { place: 1, left: [[alone(2)]] }, alone(3), alone(4)]);
  expect(momentLines(goneTo(tree, 2))).toEqual([
    alone(0),
    { place: 1, left: [[alone(3), alone(4)]] },
    alone(2),
  ]);
  expect(momentLines(NO_MOMENTS)).toEqual([]);
});
