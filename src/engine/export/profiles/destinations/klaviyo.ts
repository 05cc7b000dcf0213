import type { Destination } from '../destination';

/**
 * Klaviyo profiles: the first column is the e-mail or the phone number, all others are properties.
 * Source: help.klaviyo.com 115005078967 and 360039859932.
 */
export const klaviyo: Destination = {
  id: 'klaviyo',
  fields: [
    { header: 'Email', is: 'email' },
    { header: 'Phone Number', is: 'phone' },
    { header: 'First Name', is: 'first-name' },
    { header: 'Last Name', is: 'last-name' },
    { header: 'City', is: 'city' },
    { header: 'Region', is: 'region' },
    { header: 'Zip Code', is: 'postal-code' },
    { header: 'Country', is: 'country' },
  ],
  needs: [['Email'], ['Phone Number']],
  keys: ['email', 'phone'],
  segment: { header: 'Segment', as: 'property' },
  properties: true,
  hashing: false,
  limits: [{ bytes: 50e6 }],
};
