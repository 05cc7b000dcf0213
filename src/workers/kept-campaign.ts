import type { ProfileChoice } from '../engine/index';

/** What is chosen for each service on its own. */
export type ServiceChoice = Pick<
  ProfileChoice,
  'destination' | 'fields' | 'properties' | 'perSegment' | 'plan'
>;

/** What was chosen last for a file that goes to a service, kept with the work. */
export interface KeptCampaign {
  choice: ProfileChoice;
  /** Names of the chosen segments, by which they are found again; null: all. */
  segments: readonly string[] | null;
  /** What was chosen for other services before. */
  others?: readonly ServiceChoice[];
}
