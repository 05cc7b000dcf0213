import { afterEach, expect, it, vi } from 'vitest';
import { tooltip } from '../../../src/ui/charts/tooltip';

afterEach(() => vi.unstubAllGlobals());

it('shows words, and nothing where the mark or its words are gone', () => {
  const classes = new Set<string>();
  const element = {
    classList: { toggle: (name: string, on: boolean) => (on ? classes.add(name) : classes.delete(name)) },
    getBoundingClientRect: () => ({ width: 100, height: 40 }),
    style: { left: '', top: '' },
    textContent: '',
  };
  vi.stubGlobal('document', {
    getElementById: () => element,
    documentElement: { clientWidth: 390 },
  });
  vi.stubGlobal('window', { innerHeight: 844 });
  const event = { clientX: 380, clientY: 20 } as MouseEvent;
  tooltip(null, event, null, 'north: 12 rows');
  expect([element.textContent, element.style, [...classes]]).toEqual([
    'north: 12 rows',
    { left: '270px', top: '30px' },
    ['visible'],
  ]);
  tooltip(null, null, null, undefined);
  expect([...classes]).toEqual([]);
  tooltip(null, event, null, 'again');
  tooltip(null, event, null, '');
  expect([...classes]).toEqual([]);
});
