const PATIENCE_MS = 2000;

/** Brings the person to a choice of the check sentence, which may still be on its way to the screen. */
export function focusWord(label: string): void {
  const start = performance.now();
  const look = (): void => {
    const word = document.querySelector<HTMLSelectElement>(`select[aria-label^=${JSON.stringify(label)}]`);
    if (!word && performance.now() - start < PATIENCE_MS) return void requestAnimationFrame(look);
    word?.scrollIntoView({ block: 'center' });
    word?.focus({ preventScroll: true });
  };
  look();
}
