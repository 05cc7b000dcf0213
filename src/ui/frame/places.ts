import type { Component } from 'svelte';
import Blocks from '@lucide/svelte/icons/blocks';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Download from '@lucide/svelte/icons/download';
import Eraser from '@lucide/svelte/icons/eraser';
import Shapes from '@lucide/svelte/icons/shapes';
import Table2 from '@lucide/svelte/icons/table-2';
import { workspace } from '../state/workspace.svelte';

/** The state of a place: a number beside it, or a tick. */
export interface PlaceState {
  place: 'data' | 'clean' | 'explore' | 'features' | 'segments' | 'export';
  label: string;
  icon: Component<{ size?: number; strokeWidth?: number }>;
  count: number | null;
  /** What the number counts, for screen readers. */
  counts: string;
  done: boolean;
}

/** The places that work, in order, with what each has to say. */
export function placesNow(): PlaceState[] {
  const segments = workspace.segmentation?.segments.length ?? null;
  // One segment is none: it counts nothing worth a number.
  const findings = workspace.understanding?.findings.length ?? 0;
  return [
    {
      place: 'data',
      label: 'Data',
      icon: Table2,
      count: segments === null && findings > 0 ? findings : null,
      counts: 'worth knowing',
      done: segments !== null,
    },
    {
      place: 'clean',
      label: 'Clean',
      icon: Eraser,
      count: workspace.suggesting.left(workspace.understanding)?.length || null,
      counts: 'suggestions',
      done: false,
    },
    { place: 'explore', label: 'Explore', icon: ChartColumn, count: null, counts: '', done: false },
    { place: 'features', label: 'Features', icon: Blocks, count: null, counts: '', done: false },
    {
      place: 'segments',
      label: 'Segments',
      icon: Shapes,
      count: segments === 1 ? null : segments,
      counts: 'segments',
      done: false,
    },
    { place: 'export', label: 'Export', icon: Download, count: null, counts: '', done: false },
  ];
}
