// A page of the benchmark alone; nothing of it is in the app. It hands files to a worker made of the app's own modules.
import { wrap } from 'comlink';
import { startWorker } from '../../src/workers/start-worker.ts';
import url from './grouping.worker.mjs?worker&url';

const api = wrap(startWorker(new URL(url, location.href), 'grouping'));
const input = document.querySelector('input');
let link = null;

/** Calls the worker with the file chosen last; what it gives as `blob` waits behind a link. */
window.measure = async (name, options) => {
  const { blob, ...found } = await api[name](input.files[0], options);
  if (blob) {
    link?.remove();
    link = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(blob),
      download: 'matrix.bin',
      textContent: 'Matrix',
    });
    document.body.append(link);
  }
  return found;
};
