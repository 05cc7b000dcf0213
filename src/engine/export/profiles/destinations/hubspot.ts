import type { Destination } from '../destination';

/**
 * HubSpot contacts: headers are the labels of its properties. The first limits are those of free accounts, the others
 * of paid ones. A row needs one of the names or an e-mail; rows without an e-mail are never matched to contacts there.
 * Source: knowledge.hubspot.com, "Set up your import file".
 */
export const hubspot: Destination = {
  id: 'hubspot',
  fields: [
    { header: 'Email', is: 'email' },
    { header: 'First name', is: 'first-name' },
    { header: 'Last name', is: 'last-name' },
    { header: 'Phone number', is: 'phone' },
    { header: 'City', is: 'city' },
    { header: 'State/Region', is: 'region' },
    { header: 'Postal code', is: 'postal-code' },
    { header: 'Country/Region', is: 'country' },
  ],
  needs: [['Email'], ['First name'], ['Last name']],
  keys: ['email'],
  segment: { header: 'Segment', as: 'property' },
  properties: true,
  hashing: false,
  limits: [
    { rows: 1_048_575, bytes: 20e6, columns: 999, daily: 500_000 },
    { rows: 1_048_575, bytes: 512e6, columns: 999, daily: 10_000_000 },
  ],
};
