import type {
  CampaignOffer,
  DestinationId,
  OfferedDestination,
  Preflight,
  Progress,
  ProfileChoice,
} from '../../engine/index';
import type { RunView } from '../../workers/api';
import type { ConsentSeen } from '../../workers/campaigns-api';
import type { EngineClient } from '../../workers/client';
import { fittingChoice, goneTo, keptOf, usualFor } from './fitting-choice';
import type { KeptCampaign } from '../../workers/kept-campaign';
import type { KeptChoice } from './kept-choice.svelte';

/** Files for services: what can be made of the present customers, what is chosen, and what the file would hold. */
export class Campaigns {
  readonly #client: EngineClient;
  /** What is chosen, for the next time this work is open. */
  readonly #kept: KeptChoice<KeptCampaign>;
  #found = $state.raw<{ run: RunView; offer: CampaignOffer; consents: readonly ConsentSeen[] } | null>(null);
  #choice = $state.raw<ProfileChoice | null>(null);
  #told = $state.raw<{ choice: ProfileChoice; told: Preflight } | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #failed = $state(false);

  constructor(client: EngineClient, kept: KeptChoice<KeptCampaign>) {
    this.#client = client;
    this.#kept = kept;
  }

  get failed(): boolean {
    return this.#failed;
  }
  get progress(): Progress | null {
    return this.#progress;
  }
  get choice(): ProfileChoice | null {
    return this.#choice;
  }

  /** Null until it is known. */
  of(run: RunView | null): CampaignOffer | null {
    return this.#found !== null && this.#found.run === run ? this.#found.offer : null;
  }

  /** What the chosen file would hold; null while that is worked out. */
  get told(): Preflight | null {
    return this.#told !== null && this.#told.choice === this.#choice ? this.#told.told : null;
  }

  /** The chosen column of consent with all its values. */
  get consent(): ConsentSeen | null {
    const column = this.#choice?.consent?.column;
    return this.#found?.consents.find((one) => one.column === column) ?? null;
  }

  /** Finds out what can be made, until the signal says that nobody looks any more. */
  async look(run: RunView, signal: AbortSignal): Promise<void> {
    if (this.#found?.run === run) return;
    this.#failed = false;
    const answer = await this.#client.watched((api, call, watch) => api.campaignOffer(call, watch), {
      signal,
    });
    if (signal.aborted) return;
    this.#failed = !answer.ok;
    if (!answer.ok) return;
    const offer = answer.value;
    this.#found = { run, offer, consents: offer.consent ? [offer.consent] : [] };
    const before = this.#choice?.destination;
    const { now } = this.#kept;
    const kept = now && fittingChoice(now, offer, this.#segments);
    this.#choice = kept ?? firstChoice(offer, before ?? offer.destinations[0]!.id);
    if (kept?.consent) await this.#seen(kept.consent.column);
  }

  /** Works out what the file would hold, until the signal says that something else is chosen. */
  async check(choice: ProfileChoice, signal: AbortSignal): Promise<void> {
    if (this.#told?.choice === choice) return;
    this.#progress = null;
    const onProgress = (progress: Progress) => {
      if (!signal.aborted) this.#progress = progress;
    };
    const answer = await this.#client.watched(
      (api, call, watch) => api.campaignPreflight(call, choice, watch),
      { signal, onProgress },
    );
    if (signal.aborted) return;
    this.#failed = !answer.ok;
    if (answer.ok) this.#told = { choice, told: answer.value };
  }

  choose(change: Partial<ProfileChoice>): void {
    if (!this.#choice) return;
    this.#choice = { ...this.#choice, ...change };
    this.#kept.keep(keptOf(this.#choice, this.#segments, this.#kept.now?.others));
  }

  get #segments() {
    return this.#found?.run.segmentation?.segments ?? [];
  }

  /** Another destination: its own fields, as they were left; segments, country and consent stay. */
  goTo(destination: OfferedDestination): void {
    if (!this.#choice || !this.#found) return;
    const kept = goneTo(destination, keptOf(this.#choice, this.#segments, this.#kept.now?.others));
    this.#choice = fittingChoice(kept, this.#found.offer, this.#segments);
    this.#kept.keep(kept);
  }

  /** Another column says who agreed; null: none does. */
  async askOf(column: string | null): Promise<void> {
    if (column === null) return this.choose({ consent: null });
    const seen = await this.#seen(column);
    if (seen) this.choose({ consent: { column, yes: seen.yes } });
  }

  /** The column with all its values; null where there is none any more. */
  async #seen(column: string): Promise<ConsentSeen | null> {
    const { run, consents } = this.#found!;
    const known = consents.find((one) => one.column === column);
    if (known) return known;
    const answer = await this.#client.watched(
      (api, call, watch) => api.campaignConsent(call, column, watch),
      {},
    );
    if (!answer.ok || this.#found?.run !== run) return null;
    this.#found = { ...this.#found, consents: [...this.#found.consents, answer.value] };
    return answer.value;
  }
}

function firstChoice({ destinations, country, consent }: CampaignOffer, id: DestinationId): ProfileChoice {
  const destination = destinations.find((one) => one.id === id) ?? destinations[0]!;
  return {
    ...usualFor(destination),
    segments: null,
    hash: false,
    guard: true,
    country,
    consent: consent && { column: consent.column, yes: consent.yes },
  };
}
