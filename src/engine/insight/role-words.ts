import type { Role } from '../table/meta';
import { columnWords } from './column-words';

/** A name in lower-case words without accents: `CustomerID` gives "customer id", `Stückpreis` gives "stuckpreis". */
export function plainWords(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
  return columnWords(plain)
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}#]+/u))
    .filter((word) => word !== '')
    .join(' ');
}

/** How well words say a role, 0 to 1; the first pattern that fits counts. English and the usual German and French words. */
export function nameScore(role: Role, words: string): number {
  const { says, never } = ROLE_WORDS[role];
  if (never?.test(words)) return 0;
  return says.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
}

interface RoleWords {
  says: readonly (readonly [RegExp, number])[];
  never?: RegExp;
}

const ID = '(ids?|no|nr|num|nbr|numbers?|nummer|numero|key|code|ref|reference|uuid|guid|kennung|#)';
const WHO =
  '(customer|cust|client|cliente|kunden?|buyer|kaufer|kaeufer|acheteur|shopper|user|member|mitglieds?|subscriber|abonne|guest|household|donor|patient|visitor|account|contact|master)';
const DEAL =
  '(order|invoice|transaction|trans|tran|txn|bestell|bestellung|bestellungs|auftrags?|rechnungs?|beleg|bon|commande|facture|receipt|basket|ticket|purchase|sales?|checkout|pedido|factura)';
const MANY = '(number|num|count|nb|nbr|no|total|total number|total count|anzahl|nombre|numero|aantal)';
const DEALS =
  '(orders|purch|purchases|transactions|invoices|checkouts|bestellungen|auftrage|kaufe|einkaufe|commandes|achats|pedidos|compras|ordini|acquisti|bestellingen|aankopen)';
const GOOD = '(stock|products?|prod|items?|articles?|artikel|produkt|produit|material|line ?item|variant)';
const TOLD =
  '(order|line|invoice|transaction|trans?|txn|purchase|sales?|net|gross|grand|total|paid|basket|items?|rechnungs?|bestell|gesamt|auftrags?|netto|brutto|ext|extended)';

const any = (pattern: string) => new RegExp(`\\b(${pattern})\\b`);
const all = (pattern: string) => new RegExp(`^(${pattern})$`);

const NOT_MONEY = any(
  `discount|rabatt|remise|tax|vat|mwst|steuer|tva|shipping|versand|freight|profit|gewinn|margin|marge|costs?|kosten|cout|
planned|plan|target|units?|einzel|stuck|quantity|qty|menge|anzahl|count|number|num|no|score|index|rate|rank|ratio|percent|pct|
share|income|salary|einkommen|gehalt|limit|ids?|date|datum|days?|weeks?|months?|at|on|code|type|method|status|channel|person|
manager|rep|team|country|region|currency|purchases|orders|transactions|visits|calls|time|hours|minutes|years|miles|points|working`.replace(
    /\n/g,
    '',
  ),
);

const MONEY: RoleWords['says'] = [
  [all('amount|total|sales|revenue|umsatz|betrag|montant|turnover|importe|ventes|chiffre d affaires'), 0.95],
  [
    any(
      `${TOLD} ?(amount|amt|total|values?|sum|revenue|sales|price|betrag|summe|wert|umsatz|preis|spent|spend|paid|montant|charges)`,
    ),
    0.93,
  ],
  [any('montant (total|de la commande|ttc|ht)|prix total|total (price|ttc)'), 0.93],
  [
    any(
      'amount|amt|revenue|umsatz|betrag|montant|spend|spent|dollars|turnover|charges|erlos|erloes|payments?|paid|gmv',
    ),
    0.82,
  ],
];
const MAYBE_MONEY: RoleWords['says'] = [[any('total|sales|value|wert|summe'), 0.65]];

const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  customer: {
    says: [
      [all(`(unique |main )?${WHO}s? ?${ID}`), 0.97],
      [all(`${ID} (du |de |des |der |del |of )?(le |la |l )?${WHO}s?`), 0.95],
      [any(`${WHO}s? ?${ID}`), 0.85],
      [all(`${WHO}s?`), 0.85],
      [all('id|uid'), 0.7],
      [all(`(${WHO} )?(e ?mail|mail)( ?adress\\w*| address)?`), 0.8],
      [all(`(full |${WHO} ?)name|name`), 0.4],
    ],
    never: any('service|rep|manager|type|segment|group|status|city|country|age|gender|since|balance|rating'),
  },
  order: {
    says: [
      [all(`${DEAL} ?${ID}`), 0.96],
      [all(`${ID} (de |du |of )?(la |le |l )?${DEAL}`), 0.95],
      [any(`${DEAL} ?${ID}`), 0.85],
      [all('orders?|invoice|bestellung|auftrag|rechnung|commande|facture|receipt|basket|transaction'), 0.8],
    ],
    never: any('line|row|items?|date|datum|status|type|number of|customer|client'),
  },
  date: {
    says: [
      [any(`${DEAL} ?(dates?|datetime|time|timestamp|datum|zeit|zeitpunkt|day|tag)`), 0.97],
      [any(`kauf ?datum|date (de |d |du )?(la |l )?(${DEAL}|achat|vente)`), 0.96],
      [
        any(
          'last (purchase|order|transaction) ?(date)?|letzte\\w* (kauf|bestellung)|dernier\\w* (achat|commande)',
        ),
        0.95,
      ],
      [all('date|datum|day|tag|timestamp|datetime|time|zeit|fecha|jour'), 0.93],
      [any('created|placed|processed|ordered|purchased|sold|booked'), 0.88],
      [any('paid'), 0.82],
      [any('date|datum|timestamp|datetime|fecha'), 0.75],
    ],
  },
  amount: { says: [...MONEY, ...MAYBE_MONEY], never: NOT_MONEY },
  monetary: {
    says: [
      [any('monetary|monetary value|life ?time (value|spend|spent|revenue)|ltv|clv'), 0.97],
      [
        any('total (spent|spend|revenue|depense)|(gesamt|kunden) ?umsatz|total (des )?(achats|depenses)'),
        0.97,
      ],
      [any('(total )?(gastado|speso)|depenses?|uitgegeven|omzet|fatturato'), 0.85],
      ...MONEY,
    ],
    never: NOT_MONEY,
  },
  quantity: {
    says: [
      [
        all(
          'quantity|qty|menge|anzahl|stuck ?zahl|stueck ?zahl|quantite|qte|units|pieces|pcs|cantidad|stuck|stueck|count',
        ),
        0.95,
      ],
      [any('quantity|qty|menge|quantite|units|pieces'), 0.88],
      [any('(number|no|num|count|anzahl) (of )?(items|units|pieces|cds|artikel)'), 0.8],
    ],
    never: any('costs?|price|discount|stock|per'),
  },
  price: {
    says: [
      [any(`(units?|each|einzel|stuck|stueck|list|selling|${GOOD}) ?(price|preis|prix|cost)`), 0.96],
      [any('prix (unitaire|unit)|preis (pro|je) (stuck|stueck)|price per (unit|item)'), 0.96],
      [all('price|preis|prix|precio'), 0.88],
      [any('price|preis|prix'), 0.75],
    ],
    never: any('total|gross|discount|old|compare|gesamt|planned'),
  },
  product: {
    says: [
      [all(`sku|asin|ean|upc|isbn|${GOOD} ?(sku|${ID})`), 0.95],
      [any(`${ID} (de |du |d |l )?(l )?${GOOD}`), 0.9],
      [all(GOOD), 0.85],
      [any(`${GOOD} ?(name|title|description|bezeichnung|sku)`), 0.7],
      [all('description|bezeichnung'), 0.5],
    ],
    never: any('category|type|line|costs?|price|quantity|qty|kategorie'),
  },
  country: {
    says: [
      [all('country( region| name| code)?|(kunden|liefer|rechnungs)? ?land|pays|nation|pais'), 0.95],
      [any('country|pays|nation'), 0.85],
    ],
  },
  email: {
    says: [[any('e ?mails?|mail'), 0.9]],
    never: any('opt|consent|sent|opened|clicks?|count|newsletter'),
  },
  phone: {
    says: [[any('phone|telephone|telefon|tel|mobile|handy|mobil'), 0.85]],
    never: any('service|lines?|count'),
  },
  name: {
    says: [
      [all(`(full|first|last|sur|given|family|${WHO}) ?name|vorname|nachname|nom|prenom`), 0.9],
      [all('name'), 0.6],
    ],
  },
  consent: {
    says: [
      [any('consent|opt ?in|opted|gdpr|dsgvo|einwilligung|newsletter|accepts marketing|consentement'), 0.85],
    ],
  },
  recency: {
    says: [
      [any('recency'), 0.95],
      [any('(days|weeks|months|tage|jours) (since|seit|depuis) (the )?(last|letzte\\w*|dernier\\w*)'), 0.9],
      [any('(days|weeks|months) since (visit|purchase|order)'), 0.7],
    ],
    never: any('first'),
  },
  frequency: {
    says: [
      [all('frequency( of purchases?)?'), 0.95],
      [
        all(
          `(historic |life ?time |past )?${MANY}( of| de| des| d| der| di)?( all| past| total| paid)? ${DEALS}( count)?`,
        ),
        0.9,
      ],
      [
        all(`(life ?time )?(${DEALS}|${DEAL}) (count|anzahl|nb)|(orders?|purchases?|transactions?) number`),
        0.88,
      ],
      [all(`(life ?time )?${DEALS}`), 0.88],
      [all('(bestell|kauf|auftrags?) ?anzahl|anzahl ?(bestellungen|kaufe|auftrage)'), 0.88],
    ],
    never: any('predicted|expected'),
  },
};
