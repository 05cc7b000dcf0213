import { differencesPage } from './differences-page';
import { findingPage } from './finding-page';
import { withoutLostLinks } from './lost-links';
import { markup, raw, type Markup } from './markup';
import { methodPage } from './method-page';
import type { ReportContent } from './report-content';
import { segmentPage } from './segment-page';

/** Nothing may be loaded, run or sent; what it needs stands within it. */
const POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

/** The report as one file: no script, nothing from elsewhere. */
export const reportHtml = (content: ReportContent): string =>
  markup`${raw('<!DOCTYPE html>')}
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="Tessera ${content.version}"/>
<title>${content.title}</title>
<style>${raw(content.css)}</style>
</head>
<body>
${reportBody(content)}
</body>
</html>
`.text;

/** What stands in it, for a preview too. */
export function reportBody(content: ReportContent): Markup {
  const { view, segments: paged, differences, method } = content;
  const { segmentation, narratives } = view;
  const pages = narratives.flatMap((narrative) => {
    const segment = segmentation.segments.find(({ id }) => id === narrative.id);
    return segment && paged.has(segment.id) ? [segmentPage(narrative, segment, content)] : [];
  });
  return withoutLostLinks(markup`<main class="report">
${findingPage(content)}
${differences && segmentation.segments.length > 1 && view.leftOut === 0 ? differencesPage(content) : ''}
${pages}
${method ? methodPage(content) : ''}
</main>`);
}
