import type { Destination, DestinationId } from './destination';
import { googleAds } from './destinations/google-ads';
import { hubspot } from './destinations/hubspot';
import { klaviyo } from './destinations/klaviyo';
import { mailchimp } from './destinations/mailchimp';
import { meta } from './destinations/meta';
import { salesforce } from './destinations/salesforce';

/** Every service that files are written for. */
export const DESTINATIONS: readonly Destination[] = [
  klaviyo,
  mailchimp,
  hubspot,
  salesforce,
  googleAds,
  meta,
];

/** The service of that id. */
export const destinationOf = (id: DestinationId): Destination =>
  DESTINATIONS.find((destination) => destination.id === id)!;
