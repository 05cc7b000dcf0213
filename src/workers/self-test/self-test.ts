import { startWorker } from '../start-worker';
import { attemptAll, type Attempt, type Ground, type Scope } from './attempts';
import script from './self-test.worker.ts?worker&url';
import type { ToTry, Tried } from './self-test.worker';

/** A name that no network knows: even without a policy nothing would arrive anywhere. */
const NOWHERE = 'https://self-test.invalid';

/** What was tried from the page, from a worker, and from a worker within it. */
export type SelfTest = Readonly<Record<Scope, readonly Attempt[]>>;

/** Tries to send a word from everywhere. @param address of a host, such as `https://example.com`; null: one that is nowhere */
export async function selfTest(address: string | null, here: Omit<Ground, 'scope'>): Promise<SelfTest> {
  const base = (address ?? NOWHERE).replace(/\/+$/, '');
  const [page, { worker, nested }] = await Promise.all([
    attemptAll(base, { ...here, scope: 'page' }),
    fromWorkers(base),
  ]);
  return { page, worker, nested: nested ?? [] };
}

function fromWorkers(address: string): Promise<Tried> {
  const worker = startWorker(script, 'self-test');
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Tried>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = () => reject(new Error('The worker of the self-test did not start.'));
    worker.postMessage({ address, again: new URL(script, import.meta.url).href } satisfies ToTry);
  });
}
