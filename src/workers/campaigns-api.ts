import type { CampaignOffer, ConsentChoice, ConsentValue, Preflight, ProfileChoice } from '../engine/index';
import type { Outcome, Watch } from './api';

/** A column that says who agreed, and what its values are. */
export type ConsentSeen = ConsentChoice & { values: readonly ConsentValue[] };

/** What can be asked before a file for a service is written. */
export interface CampaignsApi {
  /** What files can be made of the present customers. */
  campaignOffer(call: number, watch: Watch): Promise<Outcome<CampaignOffer>>;
  /** What another column says of who agreed. */
  campaignConsent(call: number, column: string, watch: Watch): Promise<Outcome<ConsentSeen>>;
  /** What a file would hold and what it would lose. */
  campaignPreflight(call: number, choice: ProfileChoice, watch: Watch): Promise<Outcome<Preflight>>;
}
