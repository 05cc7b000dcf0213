/** How many levels scores can have. */
export const LEVEL_CHOICES: readonly { value: string; label: string }[] = [
  { value: 'auto', label: 'as many as the number of customers carries' },
  { value: '3', label: '1 to 3' },
  { value: '4', label: '1 to 4' },
  { value: '5', label: '1 to 5' },
];
