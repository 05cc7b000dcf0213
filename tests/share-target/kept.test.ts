import { beforeEach, describe, expect, it } from 'vitest';
import {
  FORGOTTEN_AFTER_MS,
  forgetOld,
  isSwitchedOn,
  keepFiles,
  newShareId,
  switchTo,
  waitingFiles,
} from '../../src/share-target/kept';
import { FakeCaches } from '../support/fake-caches';

let caches: FakeCaches;
beforeEach(() => (caches = new FakeCaches()));

const NOW = 1_800_000_000_000;

describe('the switch', () => {
  it('is off until it is switched on, and leaves no trace while off', async () => {
    expect(await isSwitchedOn(caches.store)).toBe(false);
    expect(await waitingFiles(caches.store)).toEqual({ files: 0, bytes: 0 });
    await forgetOld(NOW, caches.store);
    expect(caches.all.size).toBe(0);
    await switchTo(true, caches.store);
    expect(await isSwitchedOn(caches.store)).toBe(true);
    await switchTo(false, caches.store);
    expect(await isSwitchedOn(caches.store)).toBe(false);
    expect(caches.all.size).toBe(0);
  });
});

describe('files nobody took', () => {
  it('go after ten minutes; the switch and newer ones stay', async () => {
    await switchTo(true, caches.store);
    await keepFiles(newShareId(NOW), [new File(['old'], 'old.csv')], caches.store);
    await keepFiles(newShareId(NOW + 2), [new File(['newer'], 'newer.csv')], caches.store);
    await forgetOld(NOW + FORGOTTEN_AFTER_MS + 1, caches.store);
    expect(await waitingFiles(caches.store)).toEqual({ files: 1, bytes: 5 });
    expect(await isSwitchedOn(caches.store)).toBe(true);
  });
});
