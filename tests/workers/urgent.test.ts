import { describe, expect, it } from 'vitest';
import { untilNotUrgent, whileUrgent } from '../../src/workers/at-work';
import { HostWork } from '../../src/workers/host-work';
import { Once } from '../../src/workers/once';

const work = (call: number) => new HostWork(call, null, null);
/** So many turns of what has been promised. */
const turns = async (of: number) => {
  for (let i = 0; i < of; i++) await Promise.resolve();
};
/** Urgent work that lasts until it is ended. */
function urgently() {
  let end = (): void => undefined;
  const over = whileUrgent(() => new Promise<void>((resolve) => (end = resolve)));
  return { over, end };
}

describe('urgent work', () => {
  it('is what all other work gives way to, until it is over', async () => {
    const { over, end } = urgently();
    const seen: string[] = [];
    const other = (async () => {
      await work(1).breathe();
      seen.push('other');
    })();
    await turns(20);
    seen.push('urgent');
    end();
    await Promise.all([over, other]);
    expect(seen).toEqual(['urgent', 'other']);
    expect(untilNotUrgent()).toBeUndefined();
  });

  it('is over where it fails', async () => {
    await expect(whileUrgent(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(untilNotUrgent()).toBeUndefined();
  });

  it('takes along the work whose answer it waits for, and those that one waits for', async () => {
    const [far, near] = [new Once<string>(), new Once<string>()];
    const about = {};
    const [first, second, third] = [work(1), work(2), work(3)];
    const rows = async (of: HostWork, then: string) => {
      await turns(5);
      await of.breathe();
      return then;
    };
    const begun = far.of(about, () => rows(first, 'far'), first);
    const between = near.of(about, () => far.of(about, () => rows(second, 'never'), second), second);
    const answer = await whileUrgent(() => {
      third.hurry();
      return near.of(about, () => rows(third, 'never'), third);
    });
    expect([answer, await begun, await between]).toEqual(['far', 'far', 'far']);
  });

  it('leaves nobody in a hurry afterwards', async () => {
    const once = new Once<string>();
    const [first, second] = [work(1), work(2)];
    const asking = once.of(
      first,
      async () => {
        await turns(3);
        return 'found';
      },
      first,
    );
    await whileUrgent(() => {
      second.hurry();
      return once.of(first, () => Promise.resolve('never'), second);
    });
    await asking;
    const { over, end } = urgently();
    expect(first.breathe()).toBeInstanceOf(Promise);
    expect(second.breathe()).toBeUndefined();
    end();
    await over;
  });
});
