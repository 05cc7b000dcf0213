/** What a field of a destination is about; says which of our columns fill it and how they are normalised. */
export type FieldKind =
  | 'email' // small letters
  | 'phone' // E.164
  | 'first-name'
  | 'last-name'
  | 'country' // ISO 3166-1 alpha-2
  | 'postal-code' // as the row's country writes them
  | 'city'
  | 'region'
  | 'text';

export interface DestinationField {
  /** The header, exactly as the destination reads it. */
  header: string;
  is: FieldKind;
  /** How the cell stands before it is hashed; fields without it are never hashed. */
  hashed?: (cell: string) => string;
}

export type DestinationId = 'hubspot' | 'klaviyo' | 'mailchimp' | 'salesforce' | 'google-ads' | 'meta';

export interface Limits {
  /** Rows in a file, without the header. */
  rows?: number;
  /** Bytes in a file; a MB is taken for 1,000,000 bytes, which is less than any reading of it. */
  bytes?: number;
  /** Bytes of UTF-8 in a cell. */
  cell?: number;
  /** Characters of a tag. */
  tag?: number;
  /** Columns in a file. */
  columns?: number;
  /** Rows a day. */
  daily?: number;
}

/** A service that files are written for. */
export interface Destination {
  id: DestinationId;
  fields: readonly DestinationField[];
  /** A row needs a cell in all fields of at least one of these, by header. */
  needs: readonly (readonly string[])[];
  /** Rows are one person where the first of these that has a cell is the same. */
  keys: readonly FieldKind[];
  /** The column that says each row's segment: as a property, or as tags; null where the file has no place for it. */
  segment: { header: string; as: 'property' | 'tag' } | null;
  /** Whether columns of one's own are taken along as properties. */
  properties: boolean;
  /** Whether it takes cells that are hashed already. */
  hashing: boolean;
  /** Plans whose limits differ, the smallest first; one where they do not. */
  limits: readonly [Limits, ...Limits[]];
  /** Audiences smaller than this are not matched well, or not at all. */
  least?: number;
  /** Whether only ASCII may stand before the @. */
  asciiBeforeAt?: boolean;
}
