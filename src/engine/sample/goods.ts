const MATERIALS = ['Linen', 'Oak', 'Stoneware', 'Wool', 'Brass', 'Glass'] as const;

/** What each thing costs before its material is paid for, in the currency of the file. */
const THINGS: readonly (readonly [thing: string, price: number])[] = [
  ['candle holder', 7.9],
  ['napkin ring', 3.5],
  ['mug', 8.5],
  ['tray', 14.9],
  ['vase', 19.5],
  ['wall hook', 5.9],
  ['coaster set', 9.9],
  ['picture frame', 12.5],
  ['table lamp', 39],
  ['storage box', 16.9],
];

/** One product of the invented shop. */
export interface Good {
  product: string;
  price: number;
}

/** Sixty invented products, each material times each thing, the dear ones last. */
export const GOODS: readonly Good[] = MATERIALS.flatMap((material, at) =>
  THINGS.map(([thing, price]) => ({
    product: `${material} ${thing}`,
    price: Math.round(price * (90 + at * 9)) / 100,
  })),
).sort((a, b) => a.price - b.price);

/** What is given away with an order. */
export const GIFT: Good = { product: 'Sample card', price: 0 };

/** Where customers live, with how many of a hundred do and some of their towns. */
export const PLACES = [
  { country: 'United Kingdom', weight: 52, cities: ['Leeds', 'Bristol', 'Glasgow', 'Norwich', 'Cardiff'] },
  { country: 'Germany', weight: 16, cities: ['Leipzig', 'Bremen', 'Kassel', 'Ulm'] },
  { country: 'France', weight: 12, cities: ['Nantes', 'Lille', 'Dijon', 'Rennes'] },
  { country: 'Netherlands', weight: 9, cities: ['Utrecht', 'Delft', 'Zwolle'] },
  { country: 'Ireland', weight: 6, cities: ['Cork', 'Galway'] },
  { country: 'Denmark', weight: 5, cities: ['Aarhus', 'Odense'] },
] as const;
