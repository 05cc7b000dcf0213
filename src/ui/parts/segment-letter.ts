/** Letter of segment 1 to 26: A is the most valuable. */
export const segmentLetter = (id: number): string => String.fromCharCode(64 + Math.min(Math.max(id, 1), 26));

/** The class that sets `--seg`, `--seg-ink` and `--seg-fill`. */
export const segmentClass = (id: number): string => `seg-${segmentLetter(id).toLowerCase()}`;
