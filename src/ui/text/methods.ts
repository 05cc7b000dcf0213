import type { MethodName, RecipeStep, Segmentation } from '../../engine/index';

interface MethodOffered {
  value: MethodName;
  label: string;
  /** Whether a column can count more than others. */
  weighs: boolean;
  /** Whether columns of words count too. */
  mixed?: boolean;
}

/** The ways to find alike customers, as the Segments screen and the step offer them. */
export const METHODS: readonly MethodOffered[] = [
  { value: 'kmeans', label: 'alike customers (k-means)', weighs: true },
  { value: 'hierarchical', label: 'tree of customers (hierarchical)', weighs: true },
  { value: 'gaussian-mixture', label: 'soft groups (Gaussian mixture)', weighs: false },
  { value: 'k-prototypes', label: 'numbers and words (k-prototypes)', weighs: true, mixed: true },
];

/** Of `METHODS`, the one that a recipe means that names none. */
export const USUAL_METHOD: MethodName = 'kmeans';

/** Grouping by limits instead. */
export const MAP_OPTION = { value: 'map', label: 'RFM map' } as const;

/** Grouping by the person's own rules. */
export const RULES_OPTION = { value: 'rules', label: 'own rules' } as const;

/** A way to group that can be chosen. */
export type Grouping = MethodName | typeof MAP_OPTION.value | typeof RULES_OPTION.value;

/** How customers are grouped at present. */
export const howGrouped = ({ map, rules, method }: Segmentation): Grouping =>
  rules ? RULES_OPTION.value : map ? MAP_OPTION.value : (method ?? USUAL_METHOD);

/** Those that can be used: some need columns of words. */
export const methodsFor = (words: boolean): MethodOffered[] => METHODS.filter(({ mixed }) => words || !mixed);

/** What can be chosen for these customers; nothing for segments changed by hand, which the choice would undo. */
export const groupingOptions = ({
  edited,
  map,
  mapOffer,
  categories,
}: Segmentation): readonly { value: Grouping; label: string }[] =>
  edited
    ? []
    : [...methodsFor(categories !== undefined), ...(map || mapOffer ? [MAP_OPTION] : []), RULES_OPTION];

/** The method a segment step has. */
export const methodIn = ({ method }: RecipeStep['params']): MethodName =>
  METHODS.find(({ value }) => value === method)?.value ?? USUAL_METHOD;

const WORDS: Readonly<Record<MethodName, string>> = {
  kmeans: '',
  hierarchical: ' by a tree',
  'gaussian-mixture': ' by a Gaussian mixture',
  'k-prototypes': ' by numbers and categories',
};

/** How the line of the recipe goes on, as the step itself says it: " by a Gaussian mixture". */
export const methodWords = (params: RecipeStep['params']): string => WORDS[methodIn(params)];
