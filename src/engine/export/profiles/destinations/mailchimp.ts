import type { Destination } from '../destination';

/**
 * Mailchimp audience: `Email Address` is the one field it must have; the segment goes as a tag.
 * Source: mailchimp.com/help, "Format guidelines for your import file".
 */
export const mailchimp: Destination = {
  id: 'mailchimp',
  fields: [
    { header: 'Email Address', is: 'email' },
    { header: 'First Name', is: 'first-name' },
    { header: 'Last Name', is: 'last-name' },
    { header: 'Phone Number', is: 'phone' },
    { header: 'City', is: 'city' },
    { header: 'State', is: 'region' },
    { header: 'Zip', is: 'postal-code' },
    { header: 'Country', is: 'country' },
  ],
  needs: [['Email Address']],
  keys: ['email'],
  segment: { header: 'Tags', as: 'tag' },
  properties: true,
  hashing: false,
  limits: [{ cell: 255, tag: 100 }],
  asciiBeforeAt: true,
};
