import { expect, it } from 'vitest';
import { destinationOf } from '../../../../src/engine/export/profiles/destinations';
import { propertyHeaders } from '../../../../src/engine/export/profiles/property-headers';

it('says of columns of orders that the newest order speaks', () => {
  const columns = [
    { name: 'Amount (EUR)', kind: 'number' as const, of: 'orders' as const },
    { name: 'monetary', kind: 'number' as const, of: 'customers' as const },
  ];
  const choice = { properties: ['Amount (EUR)', 'monetary'] };
  const headers = propertyHeaders(destinationOf('klaviyo'), choice, columns, ['Email']);
  expect(headers.map(({ header, renamed }) => [header, renamed])).toEqual([
    ['Amount (EUR) (newest order)', false],
    ['monetary', false],
  ]);
  expect(propertyHeaders(destinationOf('meta'), choice, columns, ['email'])).toEqual([]);
});
