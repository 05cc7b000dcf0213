/** The browser did not let a file be written where the person wanted it. */
export class CannotWrite extends Error {
  readonly code = 'cannot-write';
  readonly details: { file: string; reason: 'full' | 'not-allowed' | 'gone' | 'other'; said: string };

  constructor(file: string, thrown: unknown) {
    const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) };
    super(message);
    this.name = 'CannotWrite';
    this.details = { file, reason: REASONS[name] ?? 'other', said: message };
  }

  /** Does it, or says of which file it could not be done. @throws CannotWrite */
  static async unless<T>(file: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (thrown) {
      throw new CannotWrite(file, thrown);
    }
  }
}

const REASONS: Readonly<Record<string, CannotWrite['details']['reason']>> = {
  QuotaExceededError: 'full',
  NotAllowedError: 'not-allowed',
  NoModificationAllowedError: 'not-allowed',
  SecurityError: 'not-allowed',
  NotFoundError: 'gone',
  InvalidStateError: 'gone',
};
