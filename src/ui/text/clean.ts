export const CLEAN = {
  headline: 'Every step shows what it changes before it is done.',
} as const;
