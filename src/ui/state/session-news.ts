const NAME = 'tessera-sessions';

/** Word between the tabs that what is stored has changed, so that their lists are true. */
export class SessionNews {
  readonly #channel = globalThis.BroadcastChannel ? new BroadcastChannel(NAME) : null;

  /** @param onnews told when another tab has changed something */
  constructor(onnews: () => void) {
    this.#channel?.addEventListener('message', onnews);
  }

  tell(): void {
    this.#channel?.postMessage(null);
  }
}
