import * as v from 'valibot';

/** A name of the user's own. */
export const OwnName = v.pipe(v.string(), v.trim(), v.minLength(1));

/** The user's own names, by segment id. */
export const OwnNames = v.record(v.pipe(v.string(), v.regex(/^[1-9]\d*$/)), OwnName);

/** The id of a segment as it stands before the step. */
export const SegmentId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255));

/** A segment's name within a sentence: in quotation marks where it has a comma of its own. */
export const nameInSentence = (name: string): string => (name.includes(',') ? `“${name}”` : name);
