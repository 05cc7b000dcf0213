/** A browser's caches as far as shares need them; `refuse` throws to refuse an entry. */
export class FakeCaches {
  readonly all = new Map<string, Map<string, { type: string | null; body: Blob }>>();
  refuse: (address: string) => void = () => undefined;
  readonly #scope: string;

  constructor(scope = 'https://shop.example/app/') {
    this.#scope = scope;
  }

  /** In the place of `caches`. */
  readonly store = {
    has: (name: string) => Promise.resolve(this.all.has(name)),
    open: (name: string) => {
      if (!this.all.has(name)) this.all.set(name, new Map());
      return Promise.resolve(this.#cache(this.all.get(name)!));
    },
    delete: (name: string) => Promise.resolve(this.all.delete(name)),
    keys: () => Promise.resolve([...this.all.keys()]),
  } as unknown as CacheStorage;

  #cache(entries: Map<string, { type: string | null; body: Blob }>) {
    const full = (request: string | Request) =>
      new URL(typeof request === 'string' ? request : request.url, this.#scope).href;
    return {
      match: (request: string | Request) => {
        const found = entries.get(full(request));
        if (!found) return Promise.resolve(undefined);
        return Promise.resolve(
          new Response(found.body, { headers: found.type === null ? {} : { 'content-type': found.type } }),
        );
      },
      put: async (request: string | Request, response: Response) => {
        this.refuse(full(request));
        entries.set(full(request), {
          type: response.headers.get('content-type'),
          body: await response.blob(),
        });
      },
      delete: (request: string | Request) => Promise.resolve(entries.delete(full(request))),
      keys: () => Promise.resolve([...entries.keys()].map((url) => new Request(url))),
    };
  }
}

/** Locks of one name come one after the other. */
export class FakeLocks {
  readonly #tails = new Map<string, Promise<unknown>>();
  /** What was asked for, in that order. */
  readonly asked: string[] = [];

  readonly manager = {
    request: <T>(name: string, work: () => Promise<T>): Promise<T> => {
      this.asked.push(name);
      const before = this.#tails.get(name) ?? Promise.resolve();
      const now = before.catch(() => undefined).then(work);
      this.#tails.set(name, now);
      return now;
    },
  } as unknown as LockManager;
}
