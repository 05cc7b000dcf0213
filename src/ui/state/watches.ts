import { OfflineReadiness } from './offline.svelte';
import { PrivacyWatch } from './privacy-watch.svelte';

/** What the two badges in the top bar show. */
export const offline = new OfflineReadiness();
export const privacy = new PrivacyWatch();
