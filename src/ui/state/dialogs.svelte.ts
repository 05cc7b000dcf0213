import { flushSync } from 'svelte';

/** Dialogs that are opened from several places. */
class Dialogs {
  history = $state(false);
  compare = $state(false);
  name = $state(false);
  keepSteps = $state(false);
  palette = $state(false);
  /** Of the work that is open. */
  saveSession = $state(false);
  explain = $state(false);
  /** Stays once it was opened: a key that was typed into it is forgotten with it. */
  explainThere = $state(false);

  /** A new one each time: of one that was just closed the browser tells only later. */
  openPalette(): void {
    this.palette = false;
    flushSync();
    this.palette = true;
  }

  openExplain(): void {
    this.explainThere = true;
    this.explain = true;
  }

  forgetSender(): void {
    this.explain = false;
    this.explainThere = false;
  }
}

export const dialogs = new Dialogs();
