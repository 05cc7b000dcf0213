import { expect, it } from 'vitest';
import { standardEMail } from '../../../../src/engine/steps/standardise/e-mail';

it.each([
  [' Jane.Doe@Example.COM\u00a0', 'jane.doe@example.com'],
  ['mailto:jane@example.com?subject=Hello', 'jane@example.com'],
  ['MAILTO:Jane@example.com', 'jane@example.com'],
  ['<jane@example.com>', 'jane@example.com'],
  ['Jane Doe <jane@example.com>', 'jane@example.com'],
  // RFC 3696, section 3, and RFC 6530.
  ['user+mailbox@example.com', 'user+mailbox@example.com'],
  ['customer/department=shipping@example.com', 'customer/department=shipping@example.com'],
  ['$A12345@example.com', '$a12345@example.com'],
  ['!def!xyz%abc@example.com', '!def!xyz%abc@example.com'],
  ['pelé@example.com', 'pelé@example.com'],
  ['info@münchen.de', 'info@münchen.de'],
])('writes %j as %j', (text, written) => {
  expect(standardEMail(text)).toBe(written);
});

it.each([
  'jane', 'jane@', '@example.com', 'jane@localhost', 'jane@@example.com', 'a@b@example.com', 'jane doe@example.com',
  'jane@example..com', 'jane@.example.com', 'jane@example.com.', 'jane@-example.com', 'jane@example-.com',
  'jane@exa_mple.com', 'a@example.com, b@example.com', 'jane@example,com', `jane@${'x'.repeat(64)}.com`, 'n/a',
])('does not take %j', (text) => {
  expect(standardEMail(text)).toBeNull();
}); // prettier-ignore
