import type { Destination } from '../destination';

const small = (cell: string) => cell.toLowerCase();

/**
 * Google Ads Customer Match: an e-mail, a phone number, or all four of names, country and postal code. Hashed are
 * e-mail, phone and names, never country and postal code.
 * Source: support.google.com 7476159, 7475964, 7659867.
 */
export const googleAds: Destination = {
  id: 'google-ads',
  fields: [
    { header: 'Email', is: 'email', hashed: small },
    { header: 'Phone', is: 'phone', hashed: small },
    { header: 'First Name', is: 'first-name', hashed: small },
    { header: 'Last Name', is: 'last-name', hashed: small },
    { header: 'Country', is: 'country' },
    { header: 'Zip', is: 'postal-code' },
  ],
  needs: [['Email'], ['Phone'], ['First Name', 'Last Name', 'Country', 'Zip']],
  keys: ['email', 'phone'],
  segment: null,
  properties: false,
  hashing: true,
  limits: [{}],
};
