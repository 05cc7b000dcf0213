import type { Destination } from '../destination';

const small = (cell: string) => cell.toLowerCase();
const digits = (cell: string) => cell.replace(/\D/g, '');
const withoutMarks = (cell: string) => small(cell).replace(/\p{P}/gu, '');
const oneWord = (cell: string) => withoutMarks(cell).replace(/\s/gu, '');

/**
 * Meta custom audience. It hashes on upload what is not hashed yet; hashed here, cells take the form that its customer
 * information parameters ask for: digits of the phone number alone, names without marks, places without blanks.
 * Source: business/help 2082575038703844; developers.facebook.com, "Customer Information Parameters".
 */
export const meta: Destination = {
  id: 'meta',
  fields: [
    { header: 'email', is: 'email', hashed: small },
    { header: 'phone', is: 'phone', hashed: digits },
    { header: 'fn', is: 'first-name', hashed: withoutMarks },
    { header: 'ln', is: 'last-name', hashed: withoutMarks },
    { header: 'ct', is: 'city', hashed: oneWord },
    { header: 'st', is: 'region', hashed: oneWord },
    { header: 'zip', is: 'postal-code', hashed: oneWord },
    { header: 'country', is: 'country', hashed: small },
  ],
  needs: [['email'], ['phone'], ['fn', 'ln']],
  keys: ['email', 'phone'],
  segment: null,
  properties: false,
  hashing: true,
  limits: [{}],
  least: 100,
};
