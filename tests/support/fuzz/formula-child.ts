import { fateOfFormula, fuzzedFormula } from './formulas';

/** Formulas told of at once. */
const BATCH = 500;

/** Formulas `from` up to `to` of a seed; the parent hears how each batch went, and what is being done before it is. */
process.on('message', ({ seed, from, to }: { seed: number; from: number; to: number }) => {
  void (async () => {
    const fates: Record<string, number> = {};
    let slowest = { ms: 0, text: '' };
    for (let at = from; at < to; at++) {
      const text = fuzzedFormula(seed, at);
      if ((at - from) % BATCH === 0) process.send?.({ at });
      const begun = performance.now();
      let fate: string;
      try {
        fate = await fateOfFormula(text);
      } catch (error) {
        const { message, cause } = error as Error;
        process.send?.({ bad: `${at}: ${message}: ${String((cause as Error | undefined)?.stack ?? '')}` });
        fate = 'thrown';
      }
      const ms = performance.now() - begun;
      if (ms > slowest.ms) slowest = { ms, text };
      fates[fate] = (fates[fate] ?? 0) + 1;
    }
    process.send?.({ fates, slowest });
    process.exit(0);
  })();
});
