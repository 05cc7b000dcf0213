import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/engine/index';
import { withAction, withActionMoved } from '../../../src/ui/state/segment-actions';

const recipe = (actions?: Record<string, string>): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [],
  steps: [
    { id: 's1', op: 'segment', version: 1, enabled: true, params: { columns: ['n'], k: 2, ...(actions && { actions }) } },
  ],
}); // prettier-ignore
const actionsIn = (of: Recipe | null) => of?.steps[0]?.params['actions'];

describe('withAction', () => {
  it('writes, changes and takes back', () => {
    const one = withAction(recipe(), 'Champions', 'Call them')!;
    expect(actionsIn(one)).toEqual({ Champions: 'Call them' });
    expect(actionsIn(withAction(one, 'Champions', 'Write'))).toEqual({ Champions: 'Write' });
    expect(withAction(one, 'Champions', '')).toEqual(recipe());
  });

  it('has nothing to write to without segments', () => {
    expect(withAction({ ...recipe(), steps: [] }, 'Champions', 'x')).toBeNull();
  });
});

describe('withActionMoved', () => {
  it('follows the name', () => {
    const moved = withActionMoved(recipe({ Champions: 'Call them', Lost: 'x' }), 'Champions', 'Best');
    expect(actionsIn(moved)).toEqual({ Lost: 'x', Best: 'Call them' });
  });

  it('leaves alone where nothing was written', () => {
    const before = recipe({ Lost: 'x' });
    expect(withActionMoved(before, 'constructor', 'Best')).toBe(before);
  });
});
