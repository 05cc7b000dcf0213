/** The script of an installed package, to be run by this Node on every system. */
export function script(path: string): string;
/** Runs a Node script at the root without input; gives whether it succeeded and everything it printed. */
export function runScript(
  args: readonly string[],
  options?: { env?: Record<string, string | undefined>; limitMs?: number },
): Promise<{ ok: boolean; output: string }>;
export const root: string;
