import { selfTest } from '../../workers/client';
import type { Ways } from '../../workers/self-test/attempts';
import type { SelfTest } from '../../workers/self-test/self-test';

/** What only a page can do. */
const ON_PAGES: Ways = {
  beacon: (url) => navigator.sendBeacon(url, 'tessera-self-test'),
  image: (url) => (new Image().src = url),
  frame: (url) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = url;
    frame.addEventListener('load', () => frame.remove(), { once: true });
    document.body.append(frame);
  },
};

/** Tries to send from this page, a worker and a worker within it. @param address null: one that no network knows */
export const selfTestHere = (address: string | null): Promise<SelfTest> =>
  selfTest(address, { hears: document, more: ON_PAGES });
