import type { Segmentation } from '../../../engine/index';
import type { Place } from '../../state/route.svelte';
import { OWN_STEPS } from '../../text/own-steps';
import { DRAW_LABEL } from '../../text/map-shape';

/** A thing within a place that has no address of its own. */
export interface Lead {
  group: string;
  label: string;
  words: string;
  place: Place;
  /** Where it stands, as a selector. */
  at: string;
  /** It opens something when it is pressed, and changes nothing. */
  press?: boolean;
  /** Whether it is there for these segments; if not, what is needed. */
  when?: { holds(segmentation: Segmentation): boolean; needs: string };
}

export const HOW_GROUPED = '#how-grouped select';

/** A figure is there once something is in its place. */
const figure = (id: string): string => `#${id}:not(:empty)`;
const segments = (label: string, words: string, at: string, more: Partial<Lead> = {}): Lead => ({
  group: 'Segments',
  label,
  words,
  place: 'segments',
  at: at.startsWith('#') ? at : figure(at),
  ...more,
});
const several = {
  holds: (of: Segmentation) => of.segments.length > 1,
  needs: 'two segments needed',
};

/** Of the place Segments, once there are some. */
export const SEGMENT_LEADS: readonly Lead[] = [
  segments('How many segments', 'number of segments count k more fewer clusters elbow', 'count', {
    when: { holds: ({ runs }) => runs.length > 1, needs: 'not for this grouping' },
  }),
  segments(
    'How customers are grouped',
    'method algorithm k-means kmeans hierarchical tree gaussian mixture gmm k-prototypes rfm map own rules conditions',
    HOW_GROUPED,
    { when: { holds: ({ edited }) => !edited, needs: 'undo changes by hand first' } },
  ),
  segments(DRAW_LABEL, 'lasso shape select on the map by hand new segment', 'map', {
    when: { holds: ({ pca }) => Boolean(pca), needs: 'needs the map' },
  }),
  segments('Sizes of the segments', 'shares mosaic money customers revenue tiles', 'shares', {
    when: several,
  }),
  segments('The segments in words', 'description text copy narrative summary story', 'in-words', {
    when: several,
  }),
  segments('Differences', 'heat map index compared with average means', 'differences', { when: several }),
  segments('Profiles', 'lines standard deviations snake plot personas', 'profile', { when: several }),
  segments('Box plots of the segments', 'spread quartiles distribution', 'boxes', { when: several }),
  segments('Map of the customers', 'pca scatter two directions principal components', 'map', {
    when: { holds: ({ pca }) => Boolean(pca), needs: 'needs the map' },
  }),
  segments('Silhouettes', 'quality how sure fit separation cohesion', 'silhouette', {
    when: { holds: ({ silhouettes }) => Boolean(silhouettes), needs: 'not for this grouping' },
  }),
  segments('Tree of the segments', 'dendrogram hierarchical merges', 'tree', {
    when: { holds: ({ tree }) => Boolean(tree?.merges.length), needs: 'group as a tree first' },
  }),
  segments('RFM map of the segments', 'recency frequency monetary levels cells usual names', 'rfm-map', {
    when: { holds: ({ map }) => Boolean(map), needs: 'group by the RFM map first' },
  }),
  segments('Segments over time', 'history months moves migration trend before', 'over-time', {
    when: { holds: ({ grain }) => grain === 'orders', needs: 'orders with dates needed' },
  }),
  segments('Compare with another grouping', 'agreement rand crosstab other result', 'compare-groupings', {
    when: several,
  }),
  segments('Customers with their segments', 'table list who filter rows typical unusual', 'customers'),
];

/** Of the other places, once a file is open. */
export const FILE_LEADS: readonly Lead[] = [
  {
    group: 'Do',
    label: 'Take a chart as a picture',
    words: 'png svg image drawing graph download save vega-lite numbers',
    place: 'explore',
    at: 'figure [aria-haspopup="menu"]',
    press: true,
  },
  {
    group: 'File',
    label: 'Change how the file is read',
    words: 'encoding separator delimiter sheet header decimal comma quotes umlauts',
    place: 'data',
    at: '#read-otherwise',
    press: true,
  },
  {
    group: 'Recipe',
    label: OWN_STEPS.open,
    words: 'import load use kept own steps shared by others',
    place: 'features',
    at: '#open-steps',
  },
];

/** There always. */
export const ALWAYS_LEADS: readonly Lead[] = [
  {
    group: 'About',
    label: 'Remove everything from this device',
    words: 'delete erase clear wipe all data storage keys sessions reset forget',
    place: 'privacy',
    at: '#remove-everything',
  },
];
