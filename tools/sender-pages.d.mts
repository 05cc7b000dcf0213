import type { Plugin } from 'vite';

export const senderPages: readonly string[];
export function senderPage(name: string): string;
export function withSenderPages(): Plugin;
