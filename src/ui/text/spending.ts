import type { FeatureSummary, Segmentation } from '../../engine/index';

type Told = Pick<FeatureSummary, 'meaning' | 'part' | 'label'>;

/** Whether it is all that somebody spent, so that "spent" alone may stand for it. */
export const isAllSpent = ({ meaning, part }: Told, { grain }: Pick<Segmentation, 'grain'>): boolean =>
  meaning === 'money' && grain === 'orders' && !part;

/** " in the last 365 days" of money spent in them; null of all that was spent and of other columns. */
export const spentWithin = ({ meaning, part, label }: Told): string | null =>
  meaning === 'money' && part && label.startsWith('Spent ') ? label.slice('Spent'.length) : null;
