import type { KeptCampaign } from '../../workers/kept-campaign';

/** What was chosen last for a file for a service, stored with the work at hand. */
export class KeptChoice {
  #now: KeptCampaign | null = null;
  /** Told when there is something to store. */
  onchange: () => void = () => {};

  get now(): KeptCampaign | null {
    return this.#now;
  }

  keep(chosen: KeptCampaign): void {
    this.#now = chosen;
    this.onchange();
  }

  restore(kept: KeptCampaign | null): void {
    this.#now = kept;
  }
}
