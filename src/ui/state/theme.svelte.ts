export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

const KEY = 'tessera-theme';

function stored(): ThemeChoice {
  try {
    const found = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === found) ?? 'system';
  } catch {
    // Storage is refused: the system's choice holds.
    return 'system';
  }
}

/** System, light or dark, and which of the two is on screen. */
export class Theme {
  #choice = $state<ThemeChoice>('system');
  #systemDark = $state(false);
  readonly dark = $derived(this.#choice === 'system' ? this.#systemDark : this.#choice === 'dark');

  constructor() {
    if (typeof matchMedia !== 'function') return;
    const system = matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = system.matches;
    this.#choice = stored();
    system.addEventListener('change', () => {
      this.#systemDark = system.matches;
      this.#show();
    });
    this.#show();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    this.#show();
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Storage is refused: the choice lasts as long as the tab.
    }
  }

  /** As if nothing had been chosen on this device. */
  forget(): void {
    this.#choice = 'system';
    this.#show();
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Storage is refused: nothing was kept.
    }
  }

  #show(): void {
    document.documentElement.dataset.theme = this.dark ? 'dark' : 'light';
  }
}

export const theme = new Theme();
