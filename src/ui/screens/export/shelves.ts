import type { Component } from 'svelte';

/** A part of the place Export; its address is `#/export/<id>`. What it shows is loaded when it is first looked at. */
export interface Shelf {
  id: string;
  label: string;
  /** Other words somebody may look for. */
  words: string;
  load(): Promise<{ default: Component }>;
}

/** In order; the first is shown where none is named. */
export const SHELVES: readonly [Shelf, ...Shelf[]] = [
  {
    id: 'lists',
    label: 'Lists',
    words:
      'excel xlsx csv json parquet file spreadsheet table customers zip folder segment segments labelled columns e-mail',
    load: () => import('./lists/Lists.svelte'),
  },
  {
    id: 'campaigns',
    label: 'Campaigns',
    words:
      'mailchimp klaviyo hubspot facebook meta google ads audience email newsletter unsubscribe unsubscribed consent suppression',
    load: () => import('./campaigns/Campaigns.svelte'),
  },
  {
    id: 'report',
    label: 'Report',
    words: 'pdf powerpoint word html print slides presentation summary',
    load: () => import('./report/Report.svelte'),
  },
  {
    id: 'bi',
    label: 'BI tools',
    words: 'power bi tableau looker dashboard parquet star schema',
    load: () => import('./bi/Bi.svelte'),
  },
  {
    id: 'code',
    label: 'Code',
    words: 'sql python pandas r notebook script query duckdb',
    load: () => import('./code/CodeShelf.svelte'),
  },
  {
    id: 'again',
    label: 'Next month',
    words: 'recipe rule model repeat new customers next month score apply command line cli',
    load: () => import('./again/NextMonth.svelte'),
  },
];
