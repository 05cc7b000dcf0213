import { startWorker } from '../start-worker';
import { attemptAll, type Attempt } from './attempts';

/** What is to be tried; `again` is the address of this script where a worker within it shall try too. */
export interface ToTry {
  address: string;
  again: string | null;
}

export interface Tried {
  worker: Attempt[];
  nested: Attempt[] | null;
}

self.onmessage = async ({ data: { address, again } }: MessageEvent<ToTry>) => {
  const scope = again ? 'worker' : 'nested';
  const worker = await attemptAll(address, { scope, hears: self, more: {} });
  const nested = again ? (await within(address, again)).worker : null;
  postMessage({ worker, nested } satisfies Tried);
};

function within(address: string, script: string): Promise<Tried> {
  const worker = startWorker(script, 'self-test-nested');
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Tried>) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage({ address, again: null } satisfies ToTry);
  });
}
