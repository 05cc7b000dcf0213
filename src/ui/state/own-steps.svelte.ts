import type { FreeStep, GroupOnTable, KnownColumn, StepGroup } from '../../engine/index';
import type { Outcome } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import type { KeptSteps } from '../../workers/own-steps-api';
import type { PlainError } from '../../workers/wire';
import { MOST_BYTES, textOf } from './applying.svelte';

/** Steps that are kept in this browser to be used again. */
export class OwnSteps {
  readonly #client: EngineClient;
  #kept = $state.raw<readonly KeptSteps[]>([]);
  #failed = $state.raw<PlainError | null>(null);

  constructor(client: EngineClient) {
    this.#client = client;
  }

  /** By name. */
  get kept(): readonly KeptSteps[] {
    return this.#kept;
  }
  /** Why the last that was asked for could not be. */
  get failed(): PlainError | null {
    return this.#failed;
  }

  async refresh(): Promise<void> {
    const listed = await this.#client.ask((api) => api.ownSteps());
    // Where nothing can be stored nothing is listed; that is said when there is something to store.
    if (listed.ok) this.#kept = listed.value;
  }

  /** `taken`: there are others of that name, and they stay; null where they could not be kept. */
  async keep(name: string, steps: readonly FreeStep[], over: boolean): Promise<'kept' | 'taken' | null> {
    const kept = this.#heed(await this.#client.ask((api) => api.keepSteps(name, steps, over)));
    await this.refresh();
    return kept;
  }

  /** What the file holds; null where that is nothing to use again. */
  async inFile(file: File): Promise<StepGroup | null> {
    // One too large is refused as text without steps.
    const text = file.size > MOST_BYTES ? '' : await textOf(file);
    return this.#heed(await this.#client.ask((api) => api.stepsInFile({ name: file.name, text })));
  }

  async remove(name: string): Promise<void> {
    this.#heed(await this.#client.ask((api) => api.removeSteps(name)));
    await this.refresh();
  }

  async onTable(
    group: StepGroup,
    columns: readonly KnownColumn[],
    names: readonly (readonly [column: string, found: string])[],
  ): Promise<GroupOnTable | null> {
    return this.#heed(await this.#client.ask((api) => api.stepsOnTable(group, columns, names)));
  }

  dismiss(): void {
    this.#failed = null;
  }

  #heed<T>(answer: Outcome<T>): T | null {
    this.#failed = 'error' in answer ? answer.error : null;
    return answer.ok ? answer.value : null;
  }
}
