import { expect, test, type Page } from '@playwright/test';
import { chooseText, downloaded, segment } from './support/job';

async function segmentSample(page: Page) {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
}

const stored = (page: Page) =>
  page.waitForFunction(async () => {
    const databases = await indexedDB.databases();
    return databases.length > 0 && sessionStorage.getItem('tessera-session') !== null;
  });

test('a reload brings back table, recipe, history and results', async ({ page }) => {
  await segmentSample(page);
  const verdict = await page.getByRole('heading', { level: 1 }).innerText();
  const before = await downloaded(page, 'Download customer list');
  const steps = await page.getByRole('complementary', { name: 'Recipe' }).innerText();
  await stored(page);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
  await expect(page.getByText('Back where you were')).toBeVisible();
  expect(await page.getByRole('complementary', { name: 'Recipe' }).innerText()).toBe(steps);
  expect(await downloaded(page, 'Download customer list')).toEqual(before);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('order lines from');
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByRole('link', { name: 'Segments' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
});

test('what was undone is kept as a branch, across a reload', async ({ page }) => {
  await segmentSample(page);
  const verdict = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Undo' }).click();
  const recipe = page.getByRole('complementary', { name: 'Recipe' });
  await expect(recipe.getByRole('listitem')).toHaveCount(1);
  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Segment my customers' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
  await stored(page);

  await page.reload();
  await expect(page.getByText('Back where you were')).toBeVisible();
  await page.keyboard.press('Control+Alt+z');
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history.getByRole('button', { name: 'Segmented the customers' })).toHaveCount(2);
  await expect(history.getByText('Left aside: 1 moment')).toBeVisible();
  await history.getByRole('button', { name: 'Opened the file' }).click();
  await expect(history.locator('[aria-current=step]')).toContainText('Opened the file');
  await history.getByRole('button', { name: 'Segmented the customers' }).first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict);
});

test('a second tab opens a copy, or takes the session over; the first one stops storing and says so', async ({
  page,
  context,
}) => {
  await segmentSample(page);
  await stored(page);
  const other = await context.newPage();
  await other.goto('./');
  await other.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(other.getByText('sample-shop.csv is open in another tab')).toBeVisible();
  await other.getByRole('button', { name: 'Open a copy' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('segments');
  await stored(other);
  await other.goto('./#/sessions');
  await expect(other.getByRole('main').getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('Another tab has taken over')).toHaveCount(0);

  await other.getByRole('button', { name: 'Open sample-shop.csv', exact: true }).click();
  await other.getByRole('button', { name: 'Take it over' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('segments');
  await expect(page.getByText('Another tab has taken over or removed sample-shop.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it as a copy' }).click();
  await expect(page.getByText('Another tab has taken over')).toHaveCount(0);
  await stored(page);
});

test('another tab can remove everything', async ({ page, context }) => {
  await segmentSample(page);
  await stored(page);
  const other = await context.newPage();
  await other.goto('./#/privacy');
  await other.getByRole('button', { name: 'Remove everything from this device' }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await other.goto('./');
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Find the groups');
  await expect(other.getByText('Continue')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Another tab has taken over or removed sample-shop.csv')).toBeVisible();
});

/** How many sessions are stored on this device. */
async function storedSessions(page: Page): Promise<number> {
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('tessera');
      opening.onsuccess = () => resolve(opening.result);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const asking = database.transaction('sessions').objectStore('sessions').getAllKeys();
      asking.onsuccess = () => resolve(asking.result);
    });
    database.close();
    return keys.filter((key) => String(key).startsWith('state/')).length;
  });
}

/** Orders of a thousand customers. */
const orders = (): string => {
  const lines = ['order,customer,date,amount'];
  for (let i = 0; i < 12_000; i++)
    lines.push(
      `${i},C-${(i * 7919) % 1000},2025-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')},${((i * i) % 997) + 1}.50`,
    );
  return lines.join('\n');
};

test('a tab that is killed while it saves loses the last step at most', async ({ context }) => {
  const recipe = (page: Page) => page.getByRole('complementary', { name: 'Recipe' }).getByRole('listitem');
  const kill = async (page: Page) => {
    const crashed = page.waitForEvent('crash');
    const devtools = await context.newCDPSession(page);
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  };
  /** How many steps the stored work has; 0 where nothing is stored. */
  const broughtBack = async (page: Page): Promise<number> => {
    await page.goto('./');
    if ((await storedSessions(page)) === 0) return 0;
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(recipe(page).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    return recipe(page).count();
  };
  let page = await context.newPage();
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders());
  await expect(recipe(page).first()).toBeVisible();
  await kill(page);
  page = await context.newPage();
  expect([0, 1]).toContain(await broughtBack(page));
  await page.close();

  page = await context.newPage();
  await page.goto('./');
  await chooseText(page, 'orders.csv', orders());
  await segment(page);
  const all = await recipe(page).count();
  for (const step of ['Undo', 'Redo']) {
    await page.getByRole('button', { name: step }).click();
    const after = step === 'Undo' ? 1 : all;
    await expect(recipe(page)).toHaveCount(after);
    await kill(page);
    page = await context.newPage();
    expect([1, all]).toContain(await broughtBack(page));
  }
});
