import type { Plugin } from 'vite';

export const policies: { page: string; worker: string };
export function pagePolicy(): Plugin;
