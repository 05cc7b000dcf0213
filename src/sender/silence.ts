import { waitedWords } from './words';

/** Shows the seconds since something was last heard; silent for screen readers, which are told of what happens. */
export function countSilence(shown: HTMLElement) {
  let since = performance.now();
  const show = (): void => {
    shown.textContent = waitedWords(Math.floor((performance.now() - since) / 1000));
  };
  const timer = setInterval(show, 1000);
  return {
    heard: (): void => {
      since = performance.now();
      shown.textContent = '';
    },
    end: (): void => {
      clearInterval(timer);
      shown.textContent = '';
    },
  };
}
