import { describe, expect, it } from 'vitest';
import type { ColumnFacts } from '../../../src/engine/insight/column-facts';
import { lastPurchaseScore } from '../../../src/engine/insight/last-purchase';
import { nameScore, plainWords } from '../../../src/engine/insight/role-words';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { lines, rolesOf, someOrders, understood } from './understood';

describe('plainWords', () => {
  it('splits camel case, snake case and signs, and drops accents', () => {
    expect(plainWords('CustomerID')).toBe('customer id');
    expect(plainWords('trans_date')).toBe('trans date');
    expect(plainWords('Country/Region')).toBe('country region');
    expect(plainWords('Stückpreis')).toBe('stuckpreis');
    expect(plainWords('référence_article')).toBe('reference article');
    expect(plainWords('constructor')).toBe('constructor');
  });
});

describe('nameScore', () => {
  it.each([
    ['customer', 'Customer ID'],
    ['customer', 'cust_no'],
    ['customer', 'userId'],
    ['customer', 'Kundennummer'],
    ['customer', 'numero_client'],
    ['order', 'InvoiceNo'],
    ['order', 'Bestell-Nr'],
    ['order', 'orderid'],
    ['order', 'numero_commande'],
    ['date', 'Rechnungsdatum'],
    ['date', 'Created at'],
    ['date', 'date de commande'],
    ['amount', 'Gesamtbetrag'],
    ['amount', 'Umsatz'],
    ['amount', 'order_value'],
    ['amount', 'Montant total'],
    ['quantity', 'Qty'],
    ['quantity', 'Menge'],
    ['quantity', 'quantité'],
    ['price', 'UnitPrice'],
    ['price', 'Einzelpreis'],
    ['price', 'prix_unitaire'],
    ['product', 'StockCode'],
    ['product', 'Artikelnummer'],
    ['country', 'Land'],
    ['country', 'pays'],
    ['frequency', 'orders_count'],
    ['frequency', 'Total Orders'],
    ['frequency', 'number_of_orders'],
    ['frequency', 'Historic Number Of Orders'],
    ['frequency', 'nb_commandes'],
    ['frequency', 'Anzahl der Bestellungen'],
    ['frequency', 'numero_de_pedidos'],
    ['monetary', 'total_spent'],
    ['monetary', 'Lifetime Value'],
    ['monetary', 'ltv'],
    ['monetary', 'amount_spent'],
    ['monetary', 'Gesamtumsatz'],
    ['monetary', 'total_dépensé'],
    ['monetary', 'monetary_value'],
  ] as const)('knows %s from "%s"', (role, name) => {
    expect(nameScore(role, plainWords(name))).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ['customer', 'Customer Segment'],
    ['order', 'Order Date'],
    ['order', 'Order Status'],
    ['amount', 'Discount Amount'],
    ['amount', 'Shipping total'],
    ['amount', 'Total Quantity'],
    ['monetary', 'Spending Score (1-100)'],
    ['monetary', 'Annual Income'],
    ['recency', 'days_since_first_purchase'],
    ['frequency', 'Predicted Number Of Orders'],
    ['frequency', 'order_total'],
    ['frequency', 'total_spent'],
  ] as const)('does not take %s for "%s"', (role, name) => {
    expect(nameScore(role, plainWords(name))).toBe(0);
  });
});

describe('lastPurchaseScore', () => {
  const sure = (name: string, kind: 'date' | 'number' = 'date') =>
    lastPurchaseScore({ words: plainWords(name), kind, reading: null } as ColumnFacts);

  it.each([
    'last_order_date', 'Last Order Date', 'lastOrderAt', 'last_purchase', 'Date of last purchase', 'most_recent_order',
    'Latest Transaction Date', 'last order created at', 'Letzte Bestellung', 'letztes_kaufdatum', 'Datum der letzten Bestellung',
    'dernière_commande', 'date_dernier_achat', 'date de la dernière commande', 'fecha_ultima_compra', 'Último pedido',
    'data ultimo ordine', 'laatste_bestelling',
  ])('knows "%s"', (name) => expect(sure(name)).toBe(0.95)); // prettier-ignore

  it.each([
    'first_order_date', 'created_at', 'Sign Up Date', 'last_login', 'last_visit', 'Last Updated', 'next_order_date',
    'last_order_shipped_at', 'Expected date of next order', 'order_date', 'Geburtsdatum', 'last email opened',
  ])('does not take "%s" for it', (name) => expect(sure(name)).toBe(0)); // prettier-ignore

  it('takes dates only', () => expect(sure('last_order', 'number')).toBe(0));
});

describe('guessRoles', () => {
  it('takes the date of the order, not of the parcel', async () => {
    const text = lines(
      'Ship Date,Customer,Order Date,Sales',
      30,
      (at) => `2024-03-2${at % 9},C${at % 5},2024-03-1${at % 9},${at}.5`,
    );
    expect(rolesOf(await understood(text))).toMatchObject({
      date: 'Order Date',
      amount: 'Sales',
      customer: 'Customer',
    });
  });

  it('is sure where quantity × price gives the amount', async () => {
    const text = lines('customer_id,date,qty,price,value', 40, (at) => {
      const [quantity, price] = [1 + (at % 3), 2 + at / 4];
      return `C${at % 7},2024-03-1${at % 9},${quantity},${price},${quantity * price}`;
    });
    const { guesses, money } = await understood(text);
    expect(guesses.filter(({ confidence }) => confidence === 0.99).map(({ role }) => role)).toEqual([
      'amount',
      'quantity',
      'price',
    ]);
    expect(money).toEqual({ by: 'amount', column: 'value' });
  });

  it('takes an e-mail address for the customer where nothing else names one', async () => {
    const text = lines(
      'Name,Email,Created at,Total',
      40,
      (at) => `#${1000 + at},p${at % 9}@x.org,2024-03-1${at % 9},${at}.25`,
    );
    expect(rolesOf(await understood(text))).toEqual({
      customer: 'Email',
      order: 'Name',
      date: 'Created at',
      amount: 'Total',
    });
  });

  it('takes a price without a quantity for the amount, and asks', async () => {
    const { guesses } = await understood(someOrders('customer,order_no,date,price', (at) => `${at + 1}.5`));
    expect(guesses).toContainEqual({ column: 'price', role: 'amount', confidence: 0.6 });
  });

  it('goes by content where the file has no header', async () => {
    const text = lines(
      '00004 0001 19970101 2 29.33',
      60,
      (at) => `0000${at % 9} 0001 199701${10 + (at % 9)} ${1 + (at % 3)} ${at}.50`,
    );
    const { guesses, grain } = await understood(text);
    expect(grain).toBe('orders');
    expect(guesses.map(({ role }) => role)).toEqual(['customer', 'date', 'amount', 'quantity']);
    expect(guesses.filter(({ role }) => role !== 'date').every(({ confidence }) => confidence < 0.8)).toBe(
      true,
    );
  });

  it('lets the person choose, and gives a role to one column only', async () => {
    const text = someOrders('customer,order_no,date,amount', (at) => `${at + 1}.5`);
    const roles = new Map([
      ['order_no', 'customer'],
      ['amount', null],
    ] as const);
    const { guesses, money } = await understood(text, { roles });
    expect(guesses).toContainEqual({ column: 'order_no', role: 'customer', confidence: 1 });
    expect(guesses.filter(({ role }) => role === 'customer')).toHaveLength(1);
    expect(guesses.some(({ column }) => column === 'amount')).toBe(false);
    expect(money).toBeNull();
  });

  it('gives a role chosen twice to the later column', async () => {
    const roles = new Map([
      ['customer', 'customer'],
      ['order_no', 'customer'],
    ] as const);
    const understanding = await understood(
      someOrders('customer,order_no,date,amount', (at) => `${at}.5`),
      { roles },
    );
    expect(rolesOf(understanding)['customer']).toBe('order_no');
  });

  it('reads the letters of the purchase models', async () => {
    const text = lines(
      'ID,x,t_x,T,zbar',
      50,
      (at) => `${at + 1},${at % 4},${(at % 7) * 1.5},38.86,${at % 4 ? 10 + at / 3 : 0}`,
    );
    const understanding = await understood(text);
    expect(rolesOf(understanding)).toEqual({
      customer: 'ID',
      frequency: 'x',
      recency: 't_x',
      monetary: 'zbar',
    });
    // Their recency counts from the first purchase: the recipe must not take it for days since the last one.
    const { recipe } = understanding as { recipe: { recipe: Recipe } };
    expect(recipe.recipe.sources[0]!.columns).toContainEqual({ name: 't_x', kind: 'number', role: null });
  });

  it('stands names that are properties of every object', async () => {
    const text = lines(
      '__proto__,constructor,toString,customer id,date',
      30,
      (at) => `${at % 4},${at}.5,a${at % 3},C${at % 6},2024-03-1${at % 9}`,
    );
    expect(rolesOf(await understood(text))).toEqual({ customer: 'customer id', date: 'date' });
  });
});
