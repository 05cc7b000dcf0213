import type { SegmentProfile } from '../../engine/index';
import { count, inWordsCapital } from './format';
import { nameIn } from './narrative-said';

const enoughFor = ({ grade, size }: SegmentProfile): number | null =>
  size === 0 ? null : (grade?.reasons.find(({ code }) => code === 'too-small')?.limit ?? null);

/**
 * Of segments that come back when customers are redrawn, but are too small to target: the cards say the same by the same
 * limit. Empty where none is.
 */
export function tooFewSentence(segments: readonly SegmentProfile[], held: string): string {
  const small = segments.filter((segment) => enoughFor(segment) !== null);
  if (small.length === 0) return '';
  const limit = count(enoughFor(small[0]!)!);
  if (small.length === segments.length)
    return `Too few customers to target on: each segment would need ${limit}.`;
  const but = held === '' ? '' : `${held}, but `;
  if (small.length === 1) {
    const name = nameIn(small[0]!.id, { segments });
    return `${but}${name} has too few customers to target on.`;
  }
  const several = inWordsCapital(small.length);
  return `${but}${but === '' ? several : several.toLowerCase()} have too few customers to target on.`;
}
