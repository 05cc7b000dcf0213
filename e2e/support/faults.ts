import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong on the page, or in the part of it with this selector; of all its rules. */
export async function faults(page: Page, part?: string): Promise<string[]> {
  const axe = axeOf(page);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(inWords);
}

/** The faults against WCAG 2.2 AA that axe calls serious or critical. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await axeOf(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(inWords);
}

/**
 * Run in the page at once. Otherwise what axe found out about each mark of each chart goes to another page and back, to
 * be put together with that of other frames: many megabytes and ten seconds, and there are no other frames.
 */
function axeOf(page: Page): AxeBuilder {
  expect(page.frames()).toHaveLength(1);
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

type Fault = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const inWords = ({ id, nodes }: Fault): string =>
  `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`;

/** Of the same, what hangs on colours alone: for a screen that was looked at whole in other colours. */
export async function contrastFaults(page: Page): Promise<string[]> {
  const { violations } = await axeOf(page).withRules(['color-contrast']).analyze();
  return violations.map(inWords);
}
