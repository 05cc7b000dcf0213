const PATIENCE = 3000;

/** The service worker refuses whatever was not announced by a sender's document; without one nothing stands in the way. */
export function announce(): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve();
  return new Promise((goOn) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => goOn();
    setTimeout(goOn, PATIENCE);
    worker.postMessage({ type: 'ABOUT_TO_SEND' }, [port2]);
  });
}
