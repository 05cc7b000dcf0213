/**
 * Starts a module worker under the content policy of whoever starts it. A worker loaded from the network takes its
 * policy from its own response alone, so on a host that sends no headers it could reach any other origin; one
 * loaded from a blob inherits. Every worker of this project, nested ones too, starts here.
 * `url` is what `import url from './name.worker.ts?worker&url'` gives.
 */
export function startWorker(url: string | URL, name: string): Worker {
  const address = new URL(url, import.meta.url).href;
  // A static import: messages posted meanwhile wait until the module has run.
  const bootstrap = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const blobUrl = URL.createObjectURL(bootstrap);
  const worker = new Worker(blobUrl, { type: 'module', name });
  const release = () => URL.revokeObjectURL(blobUrl);
  // Its first word, or its failure, proves that the bootstrap has been read.
  worker.addEventListener('message', release, { once: true });
  worker.addEventListener('error', release, { once: true });
  return worker;
}
