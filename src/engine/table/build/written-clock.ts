const CLOCK =
  /^(\d{1,2})(?::|h)(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(?:([ap])\.?m\.?)? ?(?:Uhr|h|Z|UTC|GMT)?(?:[+-]\d{2}:?\d{2})?$/i;

/** What a written time of day says. */
export interface Clock {
  ms: number;
  /** `HH:mm`, `HH:mm:ss` or `HH:mm:ss.SSS`, with ` a` where halves of the day are named. */
  format: string;
}

/** A time of day such as `8:26`, `08:26:30.5`, `8:26 pm`, `14h30`; a zone behind it is left aside. Null for none. */
export function writtenClock(text: string): Clock | null {
  const found = CLOCK.exec(text.trim());
  if (!found) return null;
  const [, hours = '', minutes = '', seconds, fraction, half] = found;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const whole = ((hour * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
  const parts = fraction ? 'HH:mm:ss.SSS' : seconds ? 'HH:mm:ss' : 'HH:mm';
  return {
    ms: whole + Math.floor(Number(`0.${fraction ?? 0}`) * 1000 + 1e-6),
    format: half ? `${parts} a` : parts,
  };
}
