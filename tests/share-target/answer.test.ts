import { beforeEach, describe, expect, it } from 'vitest';
import { answerShare, isShare } from '../../src/share-target/answer';
import { SHARE_CACHE, switchTo, takeFiles, waitingFiles } from '../../src/share-target/kept';
import { FakeCaches, FakeLocks } from '../support/fake-caches';

const SCOPE = 'https://shop.example/app/';
let caches: FakeCaches;
let locks: FakeLocks;
let awake: Promise<unknown>[];

beforeEach(() => {
  caches = new FakeCaches(SCOPE);
  locks = new FakeLocks();
  awake = [];
});

const host = () => ({
  scope: SCOPE,
  caches: caches.store,
  locks: locks.manager,
  now: 1000,
  waitUntil: (work: Promise<unknown>) => void awake.push(work),
});

const file = (name: string, text: string, type = 'text/csv') => new File([text], name, { type });

function shared(...files: (File | string)[]): Request {
  const body = new FormData();
  for (const one of files) body.append('files', one);
  return new Request(`${SCOPE}share`, { method: 'POST', body });
}

/** The word behind `?shared=` that the browser is sent to. */
function wordOf(answer: Response): string {
  expect(answer.status).toBe(303);
  const address = new URL(answer.headers.get('location')!);
  expect(address.origin + address.pathname).toBe(SCOPE);
  return address.searchParams.get('shared')!;
}

async function answered(request: Request): Promise<string> {
  const word = wordOf(await answerShare(request, host()));
  await Promise.all(awake);
  return word;
}

const taken = async (word: string) =>
  Promise.all(
    (await takeFiles(word, caches.store, locks.manager)).map(async (one) => [
      one.name,
      one.type,
      await one.text(),
    ]),
  );

describe('what counts as a share', () => {
  const request = (changed: object) =>
    ({
      method: 'POST',
      mode: 'navigate',
      destination: 'document',
      url: `${SCOPE}share`,
      ...changed,
    }) as Request;

  it('is a form sent to our address for it, in a tab of its own', () => {
    expect(isShare(request({}), SCOPE)).toBe(true);
  });

  it.each([
    { method: 'GET' },
    { method: 'PUT' },
    { mode: 'cors' },
    { destination: 'iframe' },
    { url: SCOPE },
    { url: `${SCOPE}share?x` },
    { url: `${SCOPE}share/more` },
    { url: 'https://shop.example/share' },
    { url: 'https://other.example/app/share' },
  ])('is nothing else: %o', (changed) => {
    expect(isShare(request(changed), SCOPE)).toBe(false);
  });
});

describe('a share, switched off', () => {
  it('is refused and not even read', async () => {
    const request = shared(file('a.csv', 'a'));
    expect(await answered(request)).toBe('off');
    expect(request.bodyUsed).toBe(false);
    expect(caches.all.size).toBe(0);
    expect(locks.asked).toEqual([]);
  });

  it('is refused once it is switched off again, and what waited is gone', async () => {
    await switchTo(true, caches.store);
    await answered(shared(file('a.csv', 'a')));
    expect(await waitingFiles(caches.store)).toEqual({ files: 1, bytes: 1 });
    await switchTo(false, caches.store);
    expect(caches.all.size).toBe(0);
    expect(await answered(shared(file('a.csv', 'a')))).toBe('off');
  });

  it('is refused where the choice cannot be read', async () => {
    await switchTo(true, caches.store);
    const broken = { ...caches.store, has: () => Promise.reject(new Error('no storage')) };
    const answer = await answerShare(shared(file('a.csv', 'a')), { ...host(), caches: broken });
    expect(wordOf(answer)).toBe('off');
  });
});

describe('a share, switched on', () => {
  beforeEach(() => switchTo(true, caches.store));

  it('is kept as it came, for one page, once', async () => {
    const odd = '../O’Neil & söhne #1?.csv';
    const word = await answered(shared(file('orders.csv', 'id\n1'), file(odd, 'x', ''), 'no file'));
    expect(await taken(word)).toEqual([
      ['orders.csv', 'text/csv', 'id\n1'],
      [odd, expect.any(String), 'x'],
    ]);
    expect(await taken(word)).toEqual([]);
    expect(await waitingFiles(caches.store)).toEqual({ files: 0, bytes: 0 });
  });

  it('is answered before it is read; the page waits for it', async () => {
    let read = (_: FormData): void => undefined;
    const form = new Promise<FormData>((done) => (read = done));
    const request = { formData: () => form } as unknown as Request;
    const word = wordOf(await answerShare(request, host()));
    const files = taken(word);
    const body = new FormData();
    body.append('files', file('late.csv', 'late'));
    read(body);
    expect(await files).toEqual([['late.csv', 'text/csv', 'late']]);
  });

  it('keeps two apart', async () => {
    const [one, other] = [
      await answered(shared(file('1.csv', '1'))),
      await answered(shared(file('2.csv', '2'))),
    ];
    expect(await taken(other)).toEqual([['2.csv', 'text/csv', '2']]);
    expect(await taken(one)).toEqual([['1.csv', 'text/csv', '1']]);
  });

  it.each([
    ['no form', () => new Request(`${SCOPE}share`, { method: 'POST', body: 'x' })],
    [
      'a broken form',
      () =>
        new Request(`${SCOPE}share`, {
          method: 'POST',
          body: '--b\r\nnonsense',
          headers: { 'content-type': 'multipart/form-data; boundary=b' },
        }),
    ],
    ['a form without a file', () => shared('text only')],
  ])('leads to the page all the same where it is %s', async (_, request) => {
    const word = await answered(request());
    expect(await taken(word)).toEqual([]);
    expect(await waitingFiles(caches.store)).toEqual({ files: 0, bytes: 0 });
  });

  it('keeps nothing where the disk is full in the middle', async () => {
    caches.refuse = (address) => {
      if (address.includes('/1?')) throw new DOMException('full', 'QuotaExceededError');
    };
    const word = await answered(shared(file('1.csv', '1'), file('2.csv', '2')));
    expect(await waitingFiles(caches.store)).toEqual({ files: 0, bytes: 0 });
    expect(await taken(word)).toEqual([]);
  });

  it('gives nothing of what was kept by half', async () => {
    const word = await answered(shared(file('1.csv', '1'), file('2.csv', '2')));
    const entries = caches.all.get(SHARE_CACHE)!;
    entries.delete([...entries.keys()].find((address) => address.includes('/1?'))!);
    expect(await taken(word)).toEqual([]);
    expect(await waitingFiles(caches.store)).toEqual({ files: 0, bytes: 0 });
  });

  it('is answered where the browser gives no lock', async () => {
    const refused = { request: () => Promise.reject(new Error('no locks')) } as unknown as LockManager;
    const answer = await answerShare(shared(file('a.csv', 'a')), { ...host(), locks: refused });
    await Promise.all(awake);
    expect(await taken(wordOf(answer))).toEqual([]);
  });
});
