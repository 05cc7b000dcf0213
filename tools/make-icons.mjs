// Draws the PNG icons from public/icons/icon.svg with a headless browser: `node tools/make-icons.mjs`.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium, launchArgs } from './chromium.mjs';

const icons = new URL('../public/icons/', import.meta.url);
const svg = await readFile(new URL('icon.svg', icons), 'utf8');
// A maskable icon fills its square; the tiles lie within the safe middle 80 %.
const square = svg.replace(' rx="6"', '');

const browser = await chromium.launch({ executablePath: findChromium(), args: launchArgs });
const page = await browser.newPage();
await draw('icon-192.png', svg, 192);
await draw('icon-512.png', svg, 512);
await draw('icon-maskable-512.png', square, 512);
await browser.close();

async function draw(name, source, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${source}`);
  await writeFile(new URL(name, icons), await page.screenshot({ omitBackground: true }));
}
