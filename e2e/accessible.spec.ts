import { expect, test } from '@playwright/test';
import { seriousFaults } from './support/faults';
import { segment } from './support/job';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`nothing serious on any screen, ${colorScheme}, ${width} px`, async ({ browser, baseURL }) => {
      test.slow();
      const context = await browser.newContext({
        baseURL: baseURL!,
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto('./');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);

      await page.goto('./#/privacy');
      await expect(page.getByRole('button', { name: 'Remove everything from this device' })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);

      await page.goto('./');
      await page.getByRole('button', { name: 'Try the sample shop' }).click();
      await expect(page.getByRole('button', { name: 'Segment my customers' })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);

      await page.goto('./#/explore');
      await expect(page.getByRole('heading', { name: 'The columns, one by one' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'go together most' })).toBeVisible();
      await page.getByRole('slider').first().press('ArrowRight');
      await expect(page.getByText('rows selected')).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByText('rows selected')).toHaveCount(0);
      await page.locator('[data-column]').first().click();
      await expect(page.getByRole('heading', { name: 'All figures' })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
      await page.goto('./#/data');

      await segment(page);
      await expect(page.locator('figure svg').first()).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);

      await page.getByRole('link', { name: 'Export' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('ready to take away');
      expect(await seriousFaults(page)).toEqual([]);

      await page.goto('./#/sessions');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await seriousFaults(page)).toEqual([]);
      await context.close();
    });
  }
}
