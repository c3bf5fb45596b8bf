/// <reference lib="dom" />
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

const DIRECTORY = join(__dirname, '../../../docs/screenshots')
/** Flat colours compress well in a palette. */
const COLOURS = 256

/** `npm run screenshots` renews the pictures of the README; a test run leaves them alone. */
export const keepsCaptures = process.env.SCREENSHOTS === '1'

/** What WeChat draws over a page and a browser does not: the status bar, the capsule and the home bar. */
function drawPhone(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const [ink, line, bed] = dark
    ? ['#f0efec', 'rgba(255,255,255,.24)', 'rgba(20,20,20,.3)']
    : ['#141414', 'rgba(0,0,0,.12)', 'rgba(255,255,255,.6)']
  const phone = document.createElement('div')
  phone.id = 'phone'
  phone.style.cssText = `position:fixed;inset:0;z-index:99999;pointer-events:none;color:${ink};font:600 17px "Noto Sans CJK SC",sans-serif`
  phone.innerHTML = `
    <span style="position:absolute;left:36px;top:15px">7:30</span>
    <svg style="position:absolute;right:27px;top:21px" width="68" height="14" viewBox="0 0 68 14" fill="currentColor">
      <rect y="9" width="3" height="4" rx="1"/><rect x="5" y="7" width="3" height="6" rx="1"/>
      <rect x="10" y="4" width="3" height="9" rx="1"/><rect x="15" y="1" width="3" height="12" rx="1"/>
      <path d="M31 3c2.700 0 5.100 1 7 2.700l-1.500 1.600A8 8 0 0 0 31 5.200a8 8 0 0 0-5.500 2.100L24 5.700A10.300 10.300 0 0 1 31 3zm0 4.300c1.600 0 3 .6 4.100 1.600L31 13l-4.100-4.100A6 6 0 0 1 31 7.300z"/>
      <rect x="43.500" y="1.500" width="20" height="11" rx="3" fill="none" stroke="currentColor" opacity=".5"/>
      <rect x="45" y="3" width="17" height="8" rx="1.500"/><rect x="65" y="5" width="2" height="4" rx="1" opacity=".6"/>
    </svg>
    <svg style="position:absolute;right:7px;top:53px" width="87" height="32" fill="none" stroke="currentColor">
      <rect x=".5" y=".5" width="86" height="31" rx="15.500" fill="${bed}" stroke="${line}"/>
      <path d="M43.500 7v18" stroke="${line}"/>
      <g fill="currentColor" stroke="none"><circle cx="16" cy="16" r="2"/><circle cx="22.500" cy="16" r="3"/><circle cx="29" cy="16" r="2"/><circle cx="65" cy="16" r="3"/></g>
      <circle cx="65" cy="16" r="8" stroke-width="2.500"/>
    </svg>
    <i style="position:absolute;left:50%;bottom:8px;width:134px;height:5px;margin-left:-67px;border-radius:3px;background:currentColor"></i>`
  document.body.append(phone)
}

/**
 * Writes `docs/screenshots/<name>.png` when the pictures are being renewed.
 * @param framed whether to draw what a phone draws over the page; off for a page of the desk
 */
export async function capture(page: Page, name: string, framed = true): Promise<void> {
  if (!keepsCaptures) return
  if (framed) await page.evaluate(drawPhone)
  const picture = await page.screenshot()
  await page.evaluate(() => document.getElementById('phone')?.remove())
  mkdirSync(DIRECTORY, { recursive: true })
  const png = await sharp(picture).png({ palette: true, colours: COLOURS, effort: 10 }).toBuffer()
  writeFileSync(join(DIRECTORY, `${name}.png`), png)
}
