export const FEATURES = {
  headline: 'Columns that tell your customers apart.',
} as const;
