import type { Destination } from '../destination';

/**
 * Salesforce contacts by its import wizard: headers are the labels of its fields; a contact must have a last name.
 * Source: help.salesforce.com sales_core_import_csv and faq_import_general.
 */
export const salesforce: Destination = {
  id: 'salesforce',
  fields: [
    { header: 'Last Name', is: 'last-name' },
    { header: 'First Name', is: 'first-name' },
    { header: 'Email', is: 'email' },
    { header: 'Phone', is: 'phone' },
    { header: 'Mailing City', is: 'city' },
    { header: 'Mailing State/Province', is: 'region' },
    { header: 'Mailing Zip/Postal Code', is: 'postal-code' },
    { header: 'Mailing Country', is: 'country' },
  ],
  needs: [['Last Name']],
  keys: ['email'],
  segment: { header: 'Segment', as: 'property' },
  properties: true,
  hashing: false,
  limits: [{ rows: 50_000, bytes: 100e6 }],
};
