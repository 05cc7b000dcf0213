const NAMES: Record<string, string> = {
  data: 'Data',
  clean: 'Clean',
  explore: 'Explore',
  features: 'Features',
  segments: 'Segments',
  export: 'Export',
  privacy: 'Privacy',
  sessions: 'Stored work',
  parts: 'Parts',
};

/** "Segments · orders.csv · Tessera" */
export const pageTitle = (place: string, file: string | null): string =>
  [NAMES[place], file, 'Tessera'].filter(Boolean).join(' · ');
