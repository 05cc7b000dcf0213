import {
  campaignOffer,
  consentIn,
  type CampaignOffer,
  type Preflight,
  type ProfileChoice,
} from '../engine/index';
import type { Outcome, Watch } from './api';
import type { CampaignsApi, ConsentSeen } from './campaigns-api';
import { contactsOf, rolesOf, settled } from './exports/campaigns';
import type { Finished } from './exports/finished';
import { Telling } from './telling';

/** What is asked before a file for a service is written. */
export abstract class Campaigning extends Telling implements CampaignsApi {
  campaignOffer(call: number, watch: Watch): Promise<Outcome<CampaignOffer>> {
    return this.watched(call, watch, (work) => {
      const finished = this.#finished();
      return campaignOffer(contactsOf(finished), rolesOf(finished), work);
    });
  }

  campaignConsent(call: number, column: string, watch: Watch): Promise<Outcome<ConsentSeen>> {
    return this.watched(call, watch, (work) => consentIn(contactsOf(this.#finished()), column, work));
  }

  campaignPreflight(call: number, choice: ProfileChoice, watch: Watch): Promise<Outcome<Preflight>> {
    return this.watched(call, watch, async (work) => (await settled(choice, this.#finished(), work)).told);
  }

  /** @throws EngineError `missing-column` where there are no segments */
  #finished(): Finished {
    const { segmentation, source: opened } = this.segmented;
    return { ...this.present()!, segmentation, opened };
  }
}
