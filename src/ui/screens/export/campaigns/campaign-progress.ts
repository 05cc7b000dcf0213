import type { Progress } from '../../../../engine/index';
import { CAMPAIGNS } from '../../../text/campaigns';
import { count } from '../../../text/format';

/** "Checking each customer… 400,000 of 1,000,000". */
export const campaignProgress = (progress: Progress | null): string =>
  progress === null
    ? CAMPAIGNS.checking
    : `${CAMPAIGNS.checking} ${count(progress.done)} of ${count(progress.total)}`;
