import type { Segmentation, SegmentProfile } from '../../engine/index';

/** What marketers do with each of the ten groups of the recency and frequency map, and with those often cut off them. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['Champions', 'Thank them, show them new things first, ask for referrals. No discounts.'],
  ['Loyal customers', 'Offer what goes with their favourites, ask for reviews, show the better version.'],
  ['Potential loyalists', 'Invite them to join a membership, recommend what goes with their last order.'],
  ['New customers', 'Welcome them, explain what they bought, give a reason for a second order.'],
  ['Promising', 'Stay in sight; offer something small to try.'],
  ['Need attention', 'Make an offer that ends soon, on what they bought before.'],
  ['About to sleep', 'Show what sells best now and say that they are missed.'],
  ['At risk', 'Write to them in person and give a reason to come back.'],
  ["Can't lose them", 'Call them, ask why they left, bring a gift.'],
  ['Hibernating', 'Standard mail only, at low cost. No special offers.'],
  ['Lost', 'One last cheap message, then leave them out.'],
]);

/** A proposal for a group of the recency and frequency map; null for any other segment. */
export const actionFor = (cell: string | null): string | null =>
  cell === null ? null : (ACTIONS.get(cell) ?? null);

/** What is usually done with a segment; null where that is not known. */
export const proposalFor = (
  { name, rfm }: SegmentProfile,
  { map }: Pick<Segmentation, 'map'>,
): string | null => actionFor(map ? name : (rfm?.cell ?? null));
