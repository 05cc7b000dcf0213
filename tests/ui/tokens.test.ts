import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

/** The colours set by the rule that begins with the selector. */
function coloursOf(selector: string): Map<string, string> {
  const rule = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return new Map(
    [...rule.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  );
}
const THEMES = { light: coloursOf(":root,\n[data-theme='light']"), dark: coloursOf("[data-theme='dark']") };
type Theme = keyof typeof THEMES;

const colour = (theme: Theme, name: string): string =>
  THEMES[theme].get(name) ?? THEMES.light.get(name) ?? '#ff00ff';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}
const GROUNDS = ['paper', 'surface', 'wash'];
const worst = (theme: Theme, name: string): number =>
  Math.min(...GROUNDS.map((ground) => contrast(colour(theme, name), colour(theme, ground))));

describe('tokens', () => {
  // LOOK.md 1.1: the worst of paper, surface and wash, light and dark.
  it.each([
    ['ink', 15.1, 12.4],
    ['ink-2', 6.8, 7.3],
    ['ink-3', 5.2, 5.5],
    ['edge', 3.3, 3.5],
    ['accent', 5.9, 7.5],
    ['accent-2', 8.0, 9.1],
    ['warn', 5.7, 7.5],
    ['bad', 6.0, 6.5],
    ['data', 5.0, 5.9],
  ])('gives %s the contrast it was chosen for', (name, light, dark) => {
    expect(Math.abs(worst('light', name) - light)).toBeLessThan(0.1);
    expect(Math.abs(worst('dark', name) - dark)).toBeLessThan(0.1);
  });

  it.each([
    ['on-accent', 'accent', 6.8, 9.1],
    ['ink', 'accent-wash', 14.6, 11.0],
  ])('reads %s on %s', (text, ground, light, dark) => {
    expect(Math.abs(contrast(colour('light', text), colour('light', ground)) - light)).toBeLessThan(0.1);
    expect(Math.abs(contrast(colour('dark', text), colour('dark', ground)) - dark)).toBeLessThan(0.1);
  });

  // LOOK.md 1.2: letter on the tile, and the mark on the page, light and dark.
  it.each([
    ['a', 7.0, 4.8, 6.1, 4.0],
    ['b', 5.2, 6.8, 3.1, 5.6],
    ['c', 5.1, 6.2, 4.4, 5.1],
    ['d', 5.2, 10.7, 3.1, 8.8],
    ['e', 4.6, 4.8, 4.0, 3.1],
    ['f', 13.1, 4.8, 11.4, 3.1],
    ['g', 7.2, 13.9, 6.3, 11.5],
    ['h', 11.8, 15.6, 10.3, 12.9],
  ])('keeps segment %s and its letter apart from what is behind', (letter, inkL, inkD, markL, markD) => {
    const name = `segment-${letter}`;
    const onTile = (theme: Theme) => contrast(colour(theme, `${name}-ink`), colour(theme, name));
    expect(Math.abs(onTile('light') - inkL)).toBeLessThan(0.1);
    expect(Math.abs(onTile('dark') - inkD)).toBeLessThan(0.1);
    expect(Math.abs(worst('light', name) - markL)).toBeLessThan(0.1);
    expect(Math.abs(worst('dark', name) - markD)).toBeLessThan(0.1);
  });

  // LOOK.md 1.3: every number printed on a heat map at least 4.5 : 1.
  it.each(['light', 'dark'] as const)('prints legible numbers on the heat maps, %s', (theme) => {
    const steps = [...THEMES.light.keys()].filter((name) => /^(heat|low)-\d$/.test(name));
    const low = steps.map((name) => contrast(colour(theme, `${name}-ink`), colour(theme, name)));
    expect(steps).toHaveLength(13);
    expect(Math.min(...low)).toBeGreaterThanOrEqual(4.5);
  });

  it('is the only place of the interface with raw colours', () => {
    const base = readFileSync(new URL('../../src/ui/base.css', import.meta.url), 'utf8');
    expect(base.match(/#[0-9a-f]{3,8}\b/gi) ?? []).toEqual([]);
  });
});
