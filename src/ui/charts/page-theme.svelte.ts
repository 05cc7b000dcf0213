import { createSubscriber } from 'svelte/reactivity';
import { onThemeChange, pageTheme, type ChartTheme } from './theme';

let known: ChartTheme | null = null;

const listen = createSubscriber((changed) => {
  const stop = onThemeChange(() => {
    known = null;
    changed();
  });
  return () => {
    known = null;
    stop();
  };
});

/** The theme the page shows; whoever reads it in an effect or a template is told when it changes. */
export function chartTheme(): ChartTheme {
  listen();
  known ??= pageTheme();
  return known;
}
