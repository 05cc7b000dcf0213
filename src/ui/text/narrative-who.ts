import type { FeatureSummary, FigureRef, Segmentation, TypicalFigure } from '../../engine/index';
import { isLastOrder, traitFacts, typical, withinSentence } from './cards';
import { count, counted, listed, share } from './format';
import type { Sayings } from './narrative';
import { about, capital, link, NOTHING, say, type Said, type SaidPart } from './narrative-said';
import { sharesInWords } from './shares';

type Who = Pick<Sayings, 'nobody' | 'everyone' | 'size' | 'typical' | 'trait' | 'common'>;

export const WHO: Who = {
  nobody: () => ['Nobody in this file belongs here.'],
  everyone: ({ customers, refs }) =>
    customers === 1
      ? ['There is one customer.']
      : say`All ${link(count(customers), refs[0]!)} customers are in this one segment.`,
  size: ({ customers, refs }, { id }, segmentation) => {
    const they = say`${customers === 1 ? 'It is' : 'They are'} ${link(counted(customers, 'customer'), refs[0]!)}`;
    if (segmentation.segments.length < 2) return [...they, '.'];
    const of = segmentation.leftOut ? 'those shown' : 'all';
    return [...they, `, ${about(sharesInWords(segmentation).customers.get(id) ?? '')} of ${of}.`];
  },
  typical: ({ figures, refs }, _, segmentation) => {
    const known = figures.flatMap((figure, i): Told[] => {
      const feature = segmentation.features.find(({ column }) => column === figure.column);
      return feature ? [{ ...figure, feature, ref: refs[i]! }] : [];
    });
    if (known.length === 0) return NOTHING;
    return segmentation.grain === 'orders' &&
      known.every(
        ({ feature }) => feature.meaning !== 'other' && feature.meaning !== 'count' && !feature.part,
      )
      ? orderWords(known, segmentation)
      : plainWords(known);
  },
  trait: ({ trait, refs }) => {
    const [fact] = traitFacts([trait]);
    if (!fact) return NOTHING;
    const label =
      trait.value === null
        ? `Typical ${withinSentence(fact.label)}`
        : capital(fact.label.replace(/: yes$/, ', yes'));
    return say`${label}: ${link(fact.value, refs[0]!)}, of all customers ${fact.rest.replace(/^, all /, '')}.`;
  },
  common: ({ column, value, share: of, refs }) =>
    value === null
      ? say`Most common in ${column}: no entry (${link(share(of), refs[0]!)}).`
      : say`Most common in ${column}: ${value} (${link(share(of), refs[0]!)}).`,
};

interface Told extends TypicalFigure {
  feature: FeatureSummary;
  ref: FigureRef;
}

/** "a, b and c" of pieces that hold links. */
const joined = (clauses: readonly (readonly SaidPart[])[]): SaidPart[] =>
  clauses.flatMap((clause, i) => [
    ...(i === 0 ? [] : [i === clauses.length - 1 ? ' and ' : ', ']),
    ...clause,
  ]);

/** "The typical customer here made 10 orders, spent 3,551 and last ordered 10 days before the data end; of all: …" */
function orderWords(known: readonly Told[], segmentation: Segmentation): Said {
  const all = listed(known.map(({ feature, all: value }) => typical(value, feature)));
  const clauses = known.map((one) => clause(one, segmentation));
  return ['The typical customer here ', ...joined(clauses), `; of all customers: ${all}.`];
}

function clause({ feature, segment, ref }: Told, segmentation: Segmentation): SaidPart[] {
  const figure = typical(segment, feature);
  const is = figure === '1';
  if (isLastOrder(feature, segmentation))
    return ['last ordered ', link(figure, ref), ` ${is ? 'day' : 'days'} before the data end`];
  if (feature.meaning === 'frequency') return ['made ', link(figure, ref), is ? ' order' : ' orders'];
  return ['spent ', link(figure, ref)];
}

/** "Typical here: wines 600 (all 174) and deals purchases 1 (all 2)." */
const plainWords = (known: readonly Told[]): Said => [
  'Typical here: ',
  ...joined(
    known.map(({ feature, segment, all, ref }) => [
      `${withinSentence(feature.label)} `,
      link(typical(segment, feature), ref),
      ` (all ${typical(all, feature)})`,
    ]),
  ),
  '.',
];
