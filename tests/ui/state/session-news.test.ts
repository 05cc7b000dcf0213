import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionNews } from '../../../src/ui/state/session-news';

/** Channels of one name hear each other at once, never themselves. */
class Channel extends EventTarget {
  static all: Channel[] = [];
  constructor(readonly name: string) {
    super();
    Channel.all.push(this);
  }
  postMessage(): void {
    for (const other of Channel.all)
      if (other !== this && other.name === this.name) other.dispatchEvent(new Event('message'));
  }
}

beforeEach(() => (Channel.all = []));
afterEach(() => vi.unstubAllGlobals());

describe('SessionNews', () => {
  it('reach the other tabs and not the own', () => {
    vi.stubGlobal('BroadcastChannel', Channel);
    const [own, other] = [vi.fn(), vi.fn()];
    const news = new SessionNews(own);
    new SessionNews(other);
    news.tell();
    expect(own).not.toHaveBeenCalled();
    expect(other).toHaveBeenCalledTimes(1);
  });

  it('are kept to themselves where there is no channel', () => {
    vi.stubGlobal('BroadcastChannel', null);
    expect(() => new SessionNews(vi.fn()).tell()).not.toThrow();
  });
});
