// Debian's Chromium, one window for each person, scripts off as the pages need none.

import { chromium } from 'playwright-core'

/// Opens the browser. Close it at the end.
export function openBrowser () {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb']
  })
}

/// The shapes in which every page is looked at. Zoomed to 200% a screen of 1280 by 900 has half as many CSS pixels each
/// way, each twice as wide; a screen of 1280 by 1024 zoomed to 400% has a quarter.
export const shapes = {
  wide: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 },
  zoomed: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  closest: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }
}

/// A fresh window: nobody signed in, no scripts. Whatever the browser complains about is kept in `complaints`.
export async function openWindow (browser, { url, shape = shapes.wide, reducedMotion = 'reduce', forcedColors = 'none' }) {
  const context = await browser.newContext({
    ...shape,
    baseURL: url,
    javaScriptEnabled: false,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion,
    forcedColors
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints = []
  page.on('console', message => {
    const expected = /status of (4\d\d|303)/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('requestfailed', request => {
    // A page that is left before its last picture came is no fault.
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`)
  })
  return { page, context, complaints, close: () => context.close() }
}
