// Looks at a page as served to a browser without scripts: axe, sideways scrolling, the title, a picture.

import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import AxeBuilder from '@axe-core/playwright'

import { shapes } from './browser.mjs'

const pictures = process.env.REDRESS_PICTURES ?? null
const grave = new Set(['serious', 'critical'])

/// Fails with everything that is wrong with the page now shown. Axe needs scripts, which the journey's own window does
/// not run: the same markup is laid before a second window that does.
export async function look (page, name) {
  const wrong = await faults(page, name)
  assert.deepEqual(wrong, [], `${name} (${page.url()})`)
}

/// What is wrong with the page, a sentence each.
export async function faults (page, name) {
  const url = page.url()
  const body = await page.content()
  const cookies = await page.context().cookies()
  const context = await page.context().browser().newContext({ ...shapes.wide, locale: 'en-GB', reducedMotion: 'reduce' })
  try {
    await context.addCookies(cookies)
    const mirror = await context.newPage()
    await mirror.route(url, route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
    await mirror.goto(url)
    return [...await structure(mirror), ...await axe(mirror), ...await layouts(mirror, name)]
  } finally {
    await context.close()
  }
}

async function structure (page) {
  const found = await page.evaluate(() => ({
    title: document.title.trim(),
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    scripts: document.querySelectorAll('script').length,
    mains: document.querySelectorAll('main').length
  }))
  const wrong = []
  if (!found.title) wrong.push('the page has no title')
  if (!found.lang) wrong.push('the page does not say its language')
  if (found.headings !== 1) wrong.push(`${found.headings} headings of the first level`)
  if (found.mains !== 1) wrong.push(`${found.mains} main parts`)
  if (found.scripts !== 0) wrong.push('the page ships a script')
  return wrong
}

async function axe (page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.filter(({ impact }) => grave.has(impact)).map(({ id, help, nodes }) =>
    `axe ${id}: ${help}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`)
}

async function layouts (page, name) {
  const wrong = []
  for (const [shape, { viewport }] of Object.entries(shapes)) {
    await page.setViewportSize(viewport)
    const { needs, has } = await page.evaluate(() => ({
      needs: document.documentElement.scrollWidth,
      has: document.documentElement.clientWidth
    }))
    if (needs > has) wrong.push(`${shape}: ${needs} px wide on a screen of ${has}: ${await widest(page)}`)
    if (pictures) {
      await mkdir(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `${name}-${shape}.png`), fullPage: true })
    }
  }
  return wrong
}

/// What sticks out furthest, to know where to look.
function widest (page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > edge + 1)
    return out.slice(-3).map(e => e.outerHTML.slice(0, 120)).join(' | ')
  })
}
