import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFiles, newShareId, SHARE_CACHE, switchTo } from '../../../src/share-target/kept';
import { Sharing } from '../../../src/ui/state/sharing.svelte';
import { FakeCaches, FakeLocks } from '../../support/fake-caches';

const NOW = 1_800_000_000_000;
let caches: FakeCaches;
let href: string;
let active: object | null;

function openAt(address: string): void {
  vi.stubGlobal('location', { href: address });
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_: unknown, __: string, url: URL) => void (location.href = url.href),
  });
}

beforeEach(() => {
  caches = new FakeCaches();
  href = './manifest.webmanifest';
  active = {};
  vi.stubEnv('PROD', true);
  vi.stubGlobal('caches', caches.store);
  vi.stubGlobal('onbeforeinstallprompt', null);
  vi.stubGlobal('navigator', {
    locks: new FakeLocks().manager,
    serviceWorker: { getRegistration: () => Promise.resolve({ active }), addEventListener: () => undefined },
  });
  const link = { getAttribute: () => href, setAttribute: (_: string, to: string) => void (href = to) };
  vi.stubGlobal('document', { querySelector: () => link });
  openAt('https://shop.example/app/#/data');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

async function started(): Promise<Sharing> {
  const sharing = new Sharing();
  await sharing.start();
  return sharing;
}

describe('the manifest of the page', () => {
  it('has a share target as soon as it is switched on, from then on, and not any more when all is removed', async () => {
    const first = await started();
    expect([first.on, first.possible, href]).toEqual([false, true, './manifest.webmanifest']);
    await first.set(true);
    expect([first.on, href]).toEqual([true, './manifest-share.webmanifest']);
    href = './manifest.webmanifest';
    const next = await started();
    expect([next.on, href]).toEqual([true, './manifest-share.webmanifest']);
    await next.forget();
    expect([next.on, href, caches.all.size]).toEqual([false, './manifest.webmanifest', 0]);
  });

  it('has none where the service worker is gone, whatever was chosen', async () => {
    await switchTo(true, caches.store);
    active = null;
    const sharing = await started();
    expect([sharing.on, sharing.possible, href]).toEqual([true, false, './manifest.webmanifest']);
  });

  it('is left alone where the choice cannot be stored', async () => {
    const sharing = await started();
    caches.refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await expect(sharing.set(true)).rejects.toThrow('full');
    expect([sharing.on, href]).toEqual([false, './manifest.webmanifest']);
  });

  it('is not offered while developing, nor where no app is installed', async () => {
    vi.stubEnv('PROD', false);
    expect((await started()).possible).toBe(false);
    vi.stubEnv('PROD', true);
    Reflect.deleteProperty(globalThis, 'onbeforeinstallprompt');
    expect((await started()).possible).toBe(false);
  });
});

describe('what came with the address', () => {
  it('is nothing where the page was opened otherwise', async () => {
    expect(await (await started()).take()).toBe(null);
    expect(location.href).toBe('https://shop.example/app/#/data');
  });

  it('is taken once, and the address is clean', async () => {
    await switchTo(true, caches.store);
    const sharing = await started();
    const id = newShareId(NOW);
    await keepFiles(id, [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')], caches.store);
    openAt(`https://shop.example/app/?shared=${id}#/data`);
    const arrived = await sharing.take();
    expect(arrived).toMatchObject({ files: [{ name: 'a.csv' }, { name: 'b.csv' }] });
    expect(location.href).toBe('https://shop.example/app/#/data');
    expect([...caches.all.get(SHARE_CACHE)!.keys()]).toEqual(['https://shop.example/app/share/on']);
  });

  it.each(['off', 'lost'])('says why there is none: %s', async (refused) => {
    openAt(`https://shop.example/app/?shared=${refused}`);
    expect(await (await started()).take()).toEqual({ refused });
    expect(location.href).toBe('https://shop.example/app/');
  });

  it('is lost where the browser has no caches', async () => {
    vi.stubGlobal('caches', undefined);
    openAt('https://shop.example/app/?shared=1');
    expect(await new Sharing().take()).toEqual({ refused: 'lost' });
  });
});
