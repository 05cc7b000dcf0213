/** The page's colours and face as the charts use them. */
export interface ChartTheme {
  paper: string;
  ink: string;
  ink2: string;
  line: string;
  accent: string;
  data: string;
  context: string;
  /** Colours of segments A to H. */
  segments: readonly string[];
  /** The letter on each of them. */
  segmentInks: readonly string[];
  /** Below to above average, seven steps. */
  heat: readonly string[];
  heatInks: readonly string[];
  /** Low to high, six steps. */
  low: readonly string[];
  lowInks: readonly string[];
  font: string;
}

const SEGMENTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const HEAT = [0, 1, 2, 3, 4, 5, 6] as const;
const LOW = [0, 1, 2, 3, 4, 5] as const;

/** Names a custom property without its dashes, gives its value. */
export type ReadProperty = (name: string) => string;

export function themeFrom(read: ReadProperty): ChartTheme {
  return {
    paper: read('paper'),
    ink: read('ink'),
    ink2: read('ink-2'),
    line: read('line'),
    accent: read('accent'),
    data: read('data'),
    context: read('context'),
    segments: SEGMENTS.map((letter) => read(`segment-${letter}`)),
    segmentInks: SEGMENTS.map((letter) => read(`segment-${letter}-ink`)),
    heat: HEAT.map((step) => read(`heat-${step}`)),
    heatInks: HEAT.map((step) => read(`heat-${step}-ink`)),
    low: LOW.map((step) => read(`low-${step}`)),
    lowInks: LOW.map((step) => read(`low-${step}-ink`)),
    font: read('font').replaceAll("'", ''),
  };
}

/** The theme the page shows now. */
export const pageTheme = (): ChartTheme => themeOf(document.documentElement);

/** Downloads are drawn light, whatever the page shows. */
export function lightTheme(): ChartTheme {
  const probe = document.createElement('div');
  probe.dataset.theme = 'light';
  probe.hidden = true;
  document.body.append(probe);
  const theme = themeOf(probe);
  probe.remove();
  return theme;
}

function themeOf(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  return themeFrom((name) => style.getPropertyValue(`--${name}`).trim());
}

/** Tells of each change of theme on `<html>`, until the function it returns is called. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
