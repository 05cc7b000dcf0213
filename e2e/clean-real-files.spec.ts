import { expect, test } from '@playwright/test';
import { chooseFile, hasShared, NO_SHARED, shared } from './support/job';

test.skip(!hasShared, NO_SHARED);

/** What pandas counts: tests/expectations/suggestions. */
const FILES: readonly { file: string; steps: readonly (readonly [sentence: string, effect: string])[] }[] = [
  { file: 'customers/HR_analysis.csv', steps: [['Drop exact copies', '−3,040 rows']] },
  {
    file: 'customers/credit_data.csv',
    steps: [
      ['Fill blank Income with the median', '381 cells'],
      ['Fill blank Assets with the median', '47 cells'],
      ['Fill blank Debt with the median', '18 cells'],
      ['Fill blank Home with “Unknown”', '6 cells'],
      ['Fill blank Job with “Unknown”', '2 cells'],
      ['Fill blank Marital with “Unknown”', '1 cell'],
      ['Replace ‘ignore’ by ‘other’ in Home', '20 cells'],
      ['Drop exact copies', '−2 rows'],
    ],
  },
  {
    file: 'customers/marketing_campaign_semicolon.csv',
    steps: [
      ['Keep Income below 666666, leave the rest blank', '1 cell'],
      ['Keep Year_Birth at least', '3 cells'],
      ['Fill blank Income with the median', '25 cells'],
      ['Replace ‘Alone|Absurd|YOLO’ by ‘Other’ in Marital_Status', '7 cells'],
      ['Remove Z_CostContact and Z_Revenue', '2 columns'],
    ],
  },
  {
    file: 'customers/WA_Fn-UseC_-Telco-Customer-Churn.csv',
    steps: [['Fill blank TotalCharges with the median', '11 cells']],
  },
  {
    file: 'transactions/Sample - Superstore.csv',
    steps: [['Clean Product Name: single blanks', '257 cells']],
  },
];

for (const { file, steps } of FILES)
  test(`${file} is cleaned by suggestions alone`, async ({ page }) => {
    await page.goto('./');
    await chooseFile(page, shared(file));
    await page.getByRole('link', { name: 'Clean' }).click();
    const headline = page.getByRole('heading', { level: 1 });
    const recipe = page.getByRole('complementary', { name: 'Recipe' });
    const apply = page.getByRole('region', { name: 'Suggestions' }).getByRole('button', { name: /^Apply/ });
    await expect(headline).toContainText('suggestion');
    // All safe ones at once where there are several, then what is left; the buttons rest until all is counted anew.
    for (let done = 1; done <= steps.length;) {
      await apply.first().click();
      await expect(recipe.getByRole('listitem').nth(done)).toBeVisible();
      done = await recipe.getByRole('listitem').count();
      await expect(page.getByRole('region', { name: 'Suggestions' })).not.toHaveAttribute(
        'aria-busy',
        'true',
      );
    }
    await expect(headline).toHaveText('Nothing to suggest for this table.');
    await expect(recipe.getByRole('listitem')).toHaveCount(1 + steps.length);
    for (const [at, [sentence, effect]] of steps.entries()) {
      const step = recipe.getByRole('listitem').nth(1 + at);
      await expect(step).toContainText(sentence);
      await expect(step).toContainText(effect);
    }
  });
