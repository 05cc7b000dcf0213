/** As the sender's document asks for it (src/sender/browser-model.ts). */
export const WANTED = {
  expectedInputs: [{ type: 'text', languages: ['en'] }, { type: 'image' }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};

interface Scope {
  LanguageModel?: { availability(wanted: typeof WANTED): Promise<string> };
}

/** Whether the browser has a model of its own that reads pictures, or could load one. Loads nothing and sends nothing. */
export async function browserReadsPictures(scope: object = globalThis): Promise<boolean> {
  const { LanguageModel } = scope as Scope;
  try {
    return ((await LanguageModel?.availability(WANTED)) ?? 'unavailable') !== 'unavailable';
  } catch {
    return false;
  }
}
