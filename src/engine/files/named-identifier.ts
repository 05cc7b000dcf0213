const STRONG = new Set(
  (
    'id ids no nr num number code key sku zip zipcode postcode postalcode plz phone telephone tel fax mobile cell ' +
    'ean gtin upc isbn asin iban barcode guid uuid ssn vin ref reference nummer numero'
  ).split(' '),
);
const WEAK = new Set([
  'invoice',
  'order',
  'customer',
  'client',
  'user',
  'member',
  'household',
  'postal',
  'account',
]);
const QUANTITIES = new Set(
  (
    'total num number count avg average mean sum max min days weeks months years since per amount value sales ' +
    'revenue of last first next prev previous is has pct percent rate share'
  ).split(' '),
);
const JOINED =
  /^(customer|client|user|order|invoice|product|member|account|item|transaction|session|store|row|record|contact|person|employee|stock|article|kunden|artikel|bestell|rechnungs?)(id|no|nr|num|number|nummer|code|key)$/;
const DATE = new Set(
  'date day datum fecha data dt dob birthday time timestamp datetime period ymd yyyymmdd'.split(' '),
);

/** The words of a column name, in lower case: `CustomerID`, `customer_id` and `Customer ID` have the same two. */
export function nameWords(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Whether the name says that the column's digits name something: its last word is `id`, `no`, `code` … (the head of
 * an English name), so `Order ID` does and `Order Date`, `NumWebPurchases` and `number of orders` do not.
 */
export function isNamedIdentifier(name: string): boolean {
  const words = nameWords(name);
  while (words.length > 1 && /^\d+$/.test(words[words.length - 1]!)) words.pop();
  const last = words[words.length - 1];
  if (last === undefined || words.includes('yes')) return false;
  if (STRONG.has(last) || JOINED.test(last)) return true;
  if (words.length === 2 && ['id', 'code', 'codigo', 'zip'].includes(words[0]!)) return !QUANTITIES.has(last);
  const others = words.slice(0, -1);
  return (
    WEAK.has(last) && others.length < 2 && !others.some((word) => QUANTITIES.has(word) || DATE.has(word))
  );
}

/** Whether the name says that the column holds dates. */
export function isNamedDate(name: string): boolean {
  const words = nameWords(name);
  return words.some((word) => DATE.has(word) || /(date|datum)$/.test(word));
}

/** What the name alone says of a text column. */
export function identifierByName(
  name: string,
): 'phone' | 'postal-code' | 'email' | 'named-identifier' | null {
  const words = nameWords(name);
  if (words.includes('email') || words.includes('mail')) return 'email';
  if (!isNamedIdentifier(name)) return null;
  if (words.some((word) => ['zip', 'zipcode', 'postcode', 'postalcode', 'postal', 'plz'].includes(word)))
    return 'postal-code';
  return words.some((word) => ['phone', 'telephone', 'tel', 'mobile', 'fax', 'cell'].includes(word))
    ? 'phone'
    : 'named-identifier';
}
