import type { DestinationId } from './destination';

/** Which of our columns fills a field. */
export interface FieldSource {
  column: string;
  /** Of a full name the first names or the last name. */
  part?: 'first' | 'last';
}

/** The column that says who agreed, and which of its values say so. */
export interface ConsentChoice {
  column: string;
  yes: readonly string[];
}

/** What a person chooses for a file that goes to a service. */
export interface ProfileChoice {
  destination: DestinationId;
  /** Ids; all where null. */
  segments: readonly number[] | null;
  /** By header of the destination; a header that is not named is not in the file. */
  fields: Readonly<Record<string, FieldSource>>;
  /** Columns of one's own that go along under their names, where the destination takes some. */
  properties: readonly string[];
  /** ISO 3166-1 alpha-2: of rows that name no country; null: there is none to fall back on. */
  country: string | null;
  consent: ConsentChoice | null;
  hash: boolean;
  /** Whether texts that begin like a formula get an apostrophe; hashes never do. */
  guard: boolean;
  /** Whether each segment has a file of its own. */
  perSegment: boolean;
  /** Which of the destination's limits hold: place in its list. */
  plan: number;
}
