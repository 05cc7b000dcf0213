import type { Component } from 'svelte';

/** A part of the place Export; its address is `#/export/<id>`. What it shows is loaded when it is first looked at. */
export interface Shelf {
  id: string;
  label: string;
  load(): Promise<{ default: Component }>;
}

/** In order; the first is shown where none is named. */
export const SHELVES: readonly [Shelf, ...Shelf[]] = [
  { id: 'lists', label: 'Lists', load: () => import('./lists/Lists.svelte') },
  { id: 'campaigns', label: 'Campaigns', load: () => import('./campaigns/Campaigns.svelte') },
  { id: 'report', label: 'Report', load: () => import('./report/Report.svelte') },
  { id: 'bi', label: 'BI tools', load: () => import('./bi/Bi.svelte') },
  { id: 'code', label: 'Code', load: () => import('./code/CodeShelf.svelte') },
  { id: 'again', label: 'Next month', load: () => import('./again/NextMonth.svelte') },
];
