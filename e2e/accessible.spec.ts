import { expect, test, type Page } from '@playwright/test';
import { throughExport } from './support/export-walk';
import { contrastFaults, seriousFaults } from './support/faults';
import { segment } from './support/job';

const PLACES = ['data', 'explore', 'features', 'segments', 'sessions'] as const;

/** When a place is there, with what it draws. */
async function isThere(page: Page, place: (typeof PLACES)[number]): Promise<void> {
  const heading = (name: string) => expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  if (place === 'data')
    await expect(page.getByRole('button', { name: 'Segment my customers' })).toBeVisible();
  if (place === 'explore') {
    await heading('The columns, one by one');
    await heading('go together most');
  }
  if (place === 'features') await heading('Make a column');
  if (place === 'segments') await expect(page.locator('figure svg').first()).toBeVisible();
}

for (const width of [1440, 390]) {
  test(`nothing serious on any screen, light and dark, ${width} px`, async ({ page }) => {
    test.slow();
    const inDark = async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await contrastFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    };
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await inDark();
    await page.goto('./#/privacy');
    await expect(page.getByRole('button', { name: 'Remove everything from this device' })).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await inDark();

    await page.goto('./');
    await page.getByRole('button', { name: 'Try the sample shop' }).click();
    await isThere(page, 'data');
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto('./#/explore');
    await isThere(page, 'explore');
    await page.getByRole('slider').first().press('ArrowRight');
    await expect(page.getByText('rows selected')).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByText('rows selected')).toHaveCount(0);
    await page.locator('[data-column]').first().click();
    await expect(page.getByRole('heading', { name: 'All figures' })).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto('./#/features');
    await isThere(page, 'features');
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto('./#/data');
    await segment(page);
    await isThere(page, 'segments');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Export' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('ready to take away');
    await throughExport(page, async (what) => expect(await seriousFaults(page), what).toEqual([]));
    await page.goto('./#/sessions');
    await isThere(page, 'sessions');
    expect(await seriousFaults(page)).toEqual([]);

    // Only colours are others in the dark; each place is drawn anew in them.
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const place of PLACES) {
      await page.goto(`./#/${place}`);
      await isThere(page, place);
      expect(await contrastFaults(page)).toEqual([]);
    }
    await throughExport(page, async (what) => expect(await contrastFaults(page), what).toEqual([]));
  });
}
