import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shown } from '../../src/sender/form';
import { LATE, PictureWait, type PictureState } from '../../src/sender/picture-wait';
import { showPictureState } from '../../src/sender/show-picture';
import { WAIT_WORDS } from '../../src/sender/words';

/** Of an element what is asked of it here. */
function standIn() {
  const attributes = new Map<string, string>();
  const classes = new Set<string>();
  return {
    attributes,
    classes,
    hidden: false,
    readOnly: false,
    offsetHeight: 300,
    value: '',
    placeholder: '',
    textContent: '',
    style: { minHeight: '' },
    classList: { toggle: (name: string, on: boolean) => (on ? classes.add(name) : classes.delete(name)) },
    setAttribute: (name: string, value: string) => attributes.set(name, value),
    removeAttribute: (name: string) => attributes.delete(name),
  };
}

function shown() {
  const parts = { view: standIn(), picture: standIn(), about: standIn(), send: standIn(), input: standIn() };
  const { input, ...rest } = parts;
  const wait = new PictureWait((state) =>
    showPictureState(state, { ...rest, prompt: { input } } as unknown as Shown),
  );
  return { ...parts, wait };
}

const told = () => {
  const states: PictureState[] = [];
  return { states, wait: new PictureWait((state) => states.push(state)) };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a picture that is waited for', () => {
  it('lets nothing be sent before it is there', () => {
    const { states, wait } = told();
    expect(wait.there).toBe(false);
    wait.drawing();
    expect(wait.there).toBe(false);
    wait.came();
    expect(wait.there).toBe(true);
    wait.drawing();
    expect(wait.there).toBe(false);
    wait.notDrawn();
    expect(wait.there).toBe(false);
    expect(states).toEqual(['drawing', 'there', 'drawing', 'not-drawn']);
  });

  it('is said to be late once, counted from the last beginning, and may still come', () => {
    const { states, wait } = told();
    wait.drawing();
    vi.advanceTimersByTime(LATE - 1);
    wait.drawing();
    vi.advanceTimersByTime(LATE - 1);
    expect(states).toEqual(['drawing', 'drawing']);
    vi.advanceTimersByTime(10 * LATE);
    expect(states).toEqual(['drawing', 'drawing', 'late']);
    wait.came();
    expect(wait.there).toBe(true);
  });

  it('is not late any more when it came, or could not be drawn', () => {
    const { states, wait } = told();
    wait.drawing();
    wait.came();
    vi.advanceTimersByTime(10 * LATE);
    wait.drawing();
    wait.notDrawn();
    vi.advanceTimersByTime(10 * LATE);
    expect(states).toEqual(['drawing', 'there', 'drawing', 'not-drawn']);
  });
});

describe('what is shown of it', () => {
  it.each(['drawing', 'late', 'not-drawn'] as const)('has no picture and no press while %s', (state) => {
    const { view, picture, about, send, input, wait } = shown();
    input.value = 'of another picture';
    wait.drawing();
    vi.advanceTimersByTime(state === 'late' ? LATE : 0);
    const turn = state === 'not-drawn' ? () => wait.notDrawn() : () => undefined;
    turn();
    expect(picture.hidden).toBe(true);
    expect(about.textContent).toBe(WAIT_WORDS[state]);
    expect(about.classes.has('wrong')).toBe(state === 'not-drawn');
    expect(view.classes.has('drawing')).toBe(state !== 'not-drawn');
    expect(send.attributes.get('aria-disabled')).toBe('true');
    expect(input).toMatchObject({ readOnly: true, value: '' });
  });

  it('can be pressed and written in once it is there', () => {
    const { view, picture, about, send, input, wait } = shown();
    wait.drawing();
    wait.notDrawn();
    wait.came();
    expect(picture.hidden).toBe(false);
    expect([...view.classes, ...about.classes, ...send.attributes.keys()]).toEqual([]);
    expect(input.readOnly).toBe(false);
  });

  it('keeps the height of the picture before, so that nothing jumps', () => {
    const { view, wait } = shown();
    wait.came();
    wait.drawing();
    expect(view.style.minHeight).toBe('300px');
    wait.came();
    expect(view.style.minHeight).toBe('');
  });
});
