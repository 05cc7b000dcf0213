import { describe, expect, it } from 'vitest';
import { HostWork } from '../../src/workers/host-work';
import { Once } from '../../src/workers/once';

const work = (call: number) => new HostWork(call, null, null);
/** An answer that comes when it is given. */
function later<T>() {
  let [give, refuse] = [(_: T): void => undefined, (_: unknown): void => undefined];
  const answer = new Promise<T>((yes, no) => ([give, refuse] = [yes, no]));
  return { answer, give, refuse };
}

describe('a question answered once', () => {
  it('is asked once, whoever else asks meanwhile', async () => {
    const once = new Once<number>();
    const [about, { answer, give }] = [{}, later<number>()];
    let asked = 0;
    const find = () => {
      asked++;
      return answer;
    };
    const all = [1, 2, 3].map((call) => once.of(about, find, work(call)));
    give(7);
    expect(await Promise.all(all)).toEqual([7, 7, 7]);
    expect([await once.of(about, find, work(4)), asked]).toEqual([7, 1]);
  });

  it('is asked anew by those who wait, where the first gives up', async () => {
    const once = new Once<string>();
    const about = {};
    const [first, second] = [work(1), work(2)];
    const gaveUp = once.of(
      about,
      async () => {
        await Promise.resolve();
        first.stop();
        void first.breathe();
        return 'never';
      },
      first,
    );
    const waiting = once.of(about, () => Promise.resolve('anew'), second);
    await expect(gaveUp).rejects.toThrow();
    expect(await waiting).toBe('anew');
  });

  it('lets go of who only waits', async () => {
    const once = new Once<string>();
    const [about, { answer, give }] = [{}, later<string>()];
    const [first, second] = [work(1), work(2)];
    const asking = once.of(about, () => answer, first);
    const waiting = once.of(about, () => answer, second);
    second.stop();
    await expect(waiting).rejects.toThrow();
    give('found');
    expect(await asking).toBe('found');
  });

  it('passes on what went wrong, and may be asked again', async () => {
    const once = new Once<string>();
    const about = {};
    const wrong = () => Promise.reject(new Error('no such column'));
    await expect(once.of(about, wrong, work(1))).rejects.toThrow('no such column');
    expect(await once.of(about, () => Promise.resolve('there'), work(2))).toBe('there');
  });
});
