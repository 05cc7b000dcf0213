import type { ProfileChoice } from '../engine/index';

/** What was chosen last for a file that goes to a service, kept with the work. */
export interface KeptCampaign {
  choice: ProfileChoice;
  /** Names of the chosen segments, by which they are found again; null: all. */
  segments: readonly string[] | null;
}
