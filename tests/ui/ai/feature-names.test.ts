import { describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/engine/index';
import { chartToSend } from '../../../src/ui/ai/charts-to-send';
import { featureNames, type StepRead } from '../../../src/ui/ai/feature-names';
import { told } from '../fixtures/segmentation-told';
import { theme } from '../fixtures/theme';

const features = (...all: { column: string; label: string; flag?: true }[]) =>
  ({ features: all }) as unknown as Segmentation;
const names = (segmentation: Segmentation, steps: StepRead[] = []) => [
  ...featureNames(segmentation, steps).values(),
];

describe('featureNames', () => {
  it('are the labels, without the values of a text', () => {
    const segmentation = features(
      { column: 'spend', label: 'Spend' },
      { column: 'plan_Team', label: 'Plan: Team', flag: true },
      { column: 'region_East', label: 'Region: East', flag: true },
      { column: 'plan_Pro', label: 'Plan: Pro: large', flag: true },
      { column: 'newsletter', label: 'Newsletter', flag: true },
    );
    expect(names(segmentation)).toEqual([
      'Spend',
      'Plan, kind 1',
      'Region, kind 1',
      'Plan, kind 2',
      'Newsletter',
    ]);
  });

  it('know the columns by their steps where the text is gone, renamed or summed up', () => {
    const steps = [
      { op: 'encode', params: { with: 'one-hot', column: 'plan' } },
      { op: 'encode', params: { with: 'ordinal', column: 'size' } },
      { op: 'rename-columns', params: { names: [{ column: 'plan_Pro', as: 'Professional' }] } },
      {
        op: 'aggregate',
        params: {
          measures: [
            { measure: 'share', column: 'city', value: 'Bonn' },
            { measure: 'share', column: 'city', value: 'Ulm', as: 'Ulmers' },
            { measure: 'mean', column: 'plan_Team', as: 'Teamed' },
            { measure: 'mean', column: 'age' },
          ],
        },
      },
    ];
    const columns = ['plan_Team', 'Professional', 'city_Bonn_share', 'Ulmers', 'Teamed', 'mean_plan_Free'];
    const plain = ['size_ordinal', 'age_mean'];
    const segmentation = features(...[...columns, ...plain].map((column) => ({ column, label: column })));
    expect(names(segmentation, steps).join()).not.toMatch(/Team|Prof|Bonn|Ulm|Free/);
    expect(names(segmentation, steps).slice(-2)).toEqual(plain);
  });

  it.each(['profiles', 'differences'] as const)('keep values out of the picture of %s', (chart) => {
    const flagged = {
      ...told,
      features: told.features.map((feature, i) =>
        i === 0 ? { ...feature, label: 'Plan: Secret', flag: true as const } : feature,
      ),
    };
    const { spec, words, prompt } = chartToSend(chart, flagged, true);
    const all = JSON.stringify([spec(theme), words, prompt]);
    expect(all).not.toContain('Secret');
    expect(all).toContain('Plan, kind 1');
    expect(prompt).toContain('the values are not named');
  });
});
