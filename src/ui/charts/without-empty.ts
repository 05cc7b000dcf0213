import type { TopLevelSpec } from 'vega-lite';

interface Layer {
  data?: { values?: unknown };
}

/** The drawing without layers that hold no mark: a screen reader would meet a picture there that says nothing. */
export function withoutEmpty(spec: TopLevelSpec): TopLevelSpec {
  if (!('layer' in spec)) return spec;
  const isEmpty = ({ data }: Layer) => Array.isArray(data?.values) && data.values.length === 0;
  const layer = (spec.layer as Layer[]).filter((one) => !isEmpty(one));
  return layer.length === spec.layer.length ? spec : ({ ...spec, layer } as TopLevelSpec);
}
