export const launchArgs: string[];
export function findChromium(): string | undefined;
