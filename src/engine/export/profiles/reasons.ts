/**
 * Why a customer is not in the file; the first that holds. The last two: another customer who is the same person said
 * no, or is written.
 */
export const ROW_REASONS = [
  'no-consent',
  'bad-email',
  'bad-phone',
  'unknown-country',
  'no-country',
  'incomplete',
  'no-identifier',
  'refused',
  'duplicate',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** Why a cell stays away, lost its end or was given an apostrophe, though its row is written. */
export const CELL_REASONS = ['bad-email', 'bad-phone', 'unknown-country', 'cut', 'formula'] as const;
export type CellReason = (typeof CELL_REASONS)[number];

/** The words of the reasons in the list of what is lost. */
export const REASON_WORDS: Readonly<Record<RowReason | CellReason, string>> = {
  'no-consent': 'no consent',
  'bad-email': 'not a valid e-mail address',
  'bad-phone': 'not a valid phone number',
  'unknown-country': 'not a known country',
  'no-country': 'no country',
  incomplete: 'name or address incomplete',
  'no-identifier': 'no e-mail, phone or name that identifies',
  refused: 'same person as one who did not agree',
  duplicate: 'same person as another row',
  cut: 'too long, cut',
  formula: 'begins like a formula, given an apostrophe',
};
