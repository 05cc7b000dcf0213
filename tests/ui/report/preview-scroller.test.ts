import { describe, expect, it } from 'vitest';
import preview from '../../../src/ui/screens/export/report/ReportPreview.svelte?raw';
import { REPORT_STYLE } from '../../../src/ui/report/report-css';

describe('the preview of the report', () => {
  it('holds within its scroller what the report places absolutely', () => {
    expect(REPORT_STYLE).toContain('position:absolute');
    const [, rules] = /div \{([^}]*)\}/.exec(preview.slice(preview.indexOf('<style>')))!;
    expect(rules).toContain('overflow: auto');
    expect(rules).toContain('position: relative');
  });
});
