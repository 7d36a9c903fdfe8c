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

/// The windows that run scripts, one beside each window that does not. Kept for some pages, because opening one takes
/// long; not for ever, because each page leaves something behind.
const mirrors = new WeakMap()
const most = 20

/// What is wrong with the page, a sentence each.
export async function faults (page, name) {
  const url = page.url()
  const body = await page.content()
  const mirror = await mirrorOf(page)
  await mirror.setViewportSize(shapes.wide.viewport)
  await mirror.route(url, route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  try {
    await mirror.goto(url)
    return [
      ...await structure(mirror), ...await axe(mirror), ...await layouts(mirror, name), ...await onPaper(mirror)
    ]
  } finally {
    await mirror.unroute(url)
  }
}

/// Nobody is signed in there: the page is laid before it as it was served.
async function mirrorOf (page) {
  const beside = page.context()
  let kept = mirrors.get(beside)
  if (kept === undefined || most <= kept.looks) {
    await kept?.context.close()
    const context = await beside.browser().newContext({ ...shapes.wide, locale: 'en-GB', reducedMotion: 'reduce' })
    beside.once('close', () => context.close().catch(() => {}))
    kept = { context, mirror: await context.newPage(), looks: 0 }
    mirrors.set(beside, kept)
  }
  kept.looks++
  return kept.mirror
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
  let all = null
  for (const [shape, { viewport }] of Object.entries(shapes)) {
    await page.setViewportSize(viewport)
    const shown = await inReach(page)
    all ??= shown
    const lost = all.filter(what => !shown.includes(what))
    if (lost.length) wrong.push(`${shape}: out of reach: ${lost.slice(0, 5).join(' | ')}`)
    const cut = await cutOff(page)
    if (cut.length) wrong.push(`${shape}: cut off: ${cut.slice(0, 3).join(' | ')}`)
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

/// Everything that can be pressed or filled in. What the menu holds is in reach where its button is.
function inReach (page) {
  return page.evaluate(() => {
    const menu = document.querySelector('.rd-menu-button')
    const opens = menu?.checkVisibility() ?? false
    const listed = new Set()
    for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
      if (element.matches('.rd-menu-button, .rd-nav__close')) continue
      const folded = element.closest('.rd-nav')
      const inMenu = folded && opens
      const id = `${element.tagName} ${element.name ?? ''} ${element.getAttribute('href') ?? element.value ?? ''} ${element.textContent.trim().slice(0, 40)}`
      // The menu names the person whose link stands in the header of a wide window.
      if (inMenu || element.checkVisibility() || (opens && element.matches('.rd-header__user'))) listed.add(id)
    }
    return [...listed]
  })
}

/// Words that their own box cuts off.
function cutOff (page) {
  return page.evaluate(() => [...document.querySelectorAll('main *, header *, nav *, footer *')].filter(element => {
    const style = getComputedStyle(element)
    if (!/hidden|clip/.test(style.overflowX) || element.matches('.govuk-visually-hidden, .rd-cards thead, .rd-cards thead *')) return false
    return element.checkVisibility() && element.clientWidth + 1 < element.scrollWidth && element.textContent.trim()
  }).map(element => element.outerHTML.slice(0, 120)))
}

/// What a printed page must not hold, and what it must.
async function onPaper (page) {
  await page.emulateMedia({ media: 'print' })
  const wrong = await page.evaluate(() => {
    const said = []
    for (const never of ['nav', '.rd-header', '.rd-footer', '.rd-aside', '.govuk-button', '.govuk-skip-link', '.rd-filter']) {
      const shown = [...document.querySelectorAll(never)].find(element => element.checkVisibility())
      if (shown) said.push(`on paper: ${shown.outerHTML.slice(0, 80)}`)
    }
    for (const folded of document.querySelectorAll('main details')) {
      if (!folded.checkVisibility()) continue
      const inside = [...folded.children].find(child => child.tagName !== 'SUMMARY' && getComputedStyle(child).display !== 'none')
      if (inside && !inside.checkVisibility({ contentVisibilityAuto: true })) said.push(`shut on paper: ${folded.textContent.trim().slice(0, 60)}`)
    }
    if (!document.querySelector('h1')?.checkVisibility()) said.push('no heading on paper')
    return said
  })
  await page.emulateMedia({ media: null })
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
