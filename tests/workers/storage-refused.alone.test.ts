import { afterEach, describe, expect, it, vi } from 'vitest';
import { withStorage } from '../../src/workers/storage-refused';

const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

const withEstimate = (estimate: () => Promise<StorageEstimate>) =>
  vi.stubGlobal('navigator', { storage: { estimate } });

describe('withStorage', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives what the work gives', async () => {
    expect(await withStorage(() => Promise.resolve(7))).toBe(7);
  });

  it('says how much was needed and how much is free', async () => {
    withEstimate(() => Promise.resolve({ quota: 100, usage: 60 }));
    await expect(withStorage(full, () => 50)).rejects.toMatchObject({
      code: 'storage-full',
      details: { reason: 'no room', needed: 50, free: 40 },
    });
  });

  it('gives no numbers that contradict each other, nor any it does not have', async () => {
    withEstimate(() => Promise.resolve({ quota: 1000, usage: 60 }));
    await expect(withStorage(full, () => 50)).rejects.toMatchObject({ details: { reason: 'no room' } });
    await expect(withStorage(full)).rejects.toMatchObject({ details: { reason: 'no room' } });
    withEstimate(() => Promise.reject(new TypeError('not allowed')));
    await expect(withStorage(full, () => 50)).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('calls everything else a refusal, thrown at once or later', async () => {
    const denied = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    await expect(withStorage(denied)).rejects.toMatchObject({
      code: 'storage-refused',
      details: { reason: 'denied' },
    });
    const absent = () => {
      throw new ReferenceError('indexedDB is not defined');
    };
    await expect(withStorage(absent)).rejects.toMatchObject({ code: 'storage-refused' });
  });
});
