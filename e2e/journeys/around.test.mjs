// Around the cases: every list, account, setting, policy and public page is looked at, and words that outlive a session
// come back.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { openBrowser, openWindow, shapes } from '../browser.mjs'
import { faults, look } from '../look.mjs'
import { startProgram } from '../program.mjs'
import { kindOf, walk } from '../walk.mjs'

// Everybody's at the sample landlord.
const password = 'open the front door'

/// Where each of them begins, and what no link leads to. From there every link is followed to one page of each kind.
const beginnings = {
  nobody: ['/', '/session', '/help', '/accessibility', '/privacy', '/nothing-here',
    '/date-calculator?pack=derive-2024&what=received&on=14/4/2025', '/date-calculator?pack=derive-2024&what=plain&on=x'],
  amira: ['/work', '/complaints?view=overdue', '/complaints?owner=me&stage=2&needs=yes', '/session/password'],
  ben: ['/work', '/complaints?view=stage-2', '/complaints?state=escalation-requested', '/complaints?state=answered'],
  chloe: ['/work', '/administration', '/audit', '/complaints?view=closed', '/policies',
    '/policies/new', '/policies/derive-2024/what-if', '/policies/comparison?left=derive-2024&right=code-2024'],
  dan: ['/work', '/contacts/new'],
  ava: ['/complaints?view=promises'],
  ivan: ['/administration', '/users/new', '/roles', '/work'],
  grace: ['/policies', '/complaints'],
  harriet: ['/session']
}

let browser
let program

before(async () => {
  browser = await openBrowser()
  program = await startProgram({ command: 'demo' })
})
after(async () => {
  await program?.stop()
  await browser.close()
})

/// Signs in on the page that asks for it, wherever that leads.
async function enter (page, login) {
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.click('main button[type=submit]')
  await page.waitForLoadState('load')
}

/// Kinds of pages that somebody has looked at: each is looked at by the first who comes to it.
const lookedAt = new Set()

describe('every page can be used by everybody', { concurrency: 3 }, () => {
  for (const [who, first] of Object.entries(beginnings)) {
    test(`as ${who} finds it`, { timeout: 600_000 }, async () => {
      const { page, complaints, close } = await openWindow(browser, { url: program.url })
      if (who !== 'nobody') {
        await page.goto('/session')
        await enter(page, who)
      }
      const wrong = []
      const wanted = kind => !lookedAt.has(kind) && lookedAt.add(kind)
      const visit = async (page, path) => {
        const found = await faults(page, `around ${who} ${path}`.replaceAll('/', '_'))
        wrong.push(...found.map(fault => `${path}: ${fault}`))
      }
      await walk(page, { first, wanted, visit })
      assert.deepEqual(wrong, [])
      assert.deepEqual(complaints.filter(text => !text.includes('ERR_ABORTED')), [])
      await close()
    })
  }
})

test('the walk came to the pages of the house', () => {
  const kinds = ['/settings', '/settings/ombudsman', '/settings/post', '/exceptional-events', '/audit', '/registers', '/calendars']
  assert.deepEqual(kinds.filter(kind => !lookedAt.has(kind)), [])
})

test('the walk came to the pages of a complaint', () => {
  const parts = ['', '/definition', '/acknowledgement', '/contacts', '/needs', '/evidence', '/extension', '/findings', '/remedies',
    '/response', '/escalation', '/letters/{number}', '/clocks/{response}', '/people', '/history', '/choices', '/triage']
  assert.deepEqual(parts.map(part => `/complaints/{ref}${part}`).filter(kind => !lookedAt.has(kind)), [])
})

test('in forced colours every button and tag has an edge, and what has the focus a ring', { timeout: 60_000 }, async () => {
  const { page, close } = await openWindow(browser, { url: program.url, forcedColors: 'active' })
  await page.goto('/session')
  await enter(page, 'chloe')
  for (const path of ['/work', '/complaints?view=overdue', '/contacts/new']) {
    await page.goto(path)
    const bare = await page.locator('.rd-tag, .govuk-button, .rd-alert').evaluateAll(all => all.filter(element => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element)
      return borderTopStyle === 'none' || borderTopWidth === '0px'
    }).map(element => element.outerHTML.slice(0, 80)))
    assert.deepEqual(bare, [], path)
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press('Tab')
      const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
      assert.notEqual(ring, 'none', `${path}, stop ${n + 1}`)
    }
  }
  await close()
})

test('words sent after the session ended come back and go when confirmed', { timeout: 120_000 }, async () => {
  const { page, context, close } = await openWindow(browser, { url: program.url, shape: shapes.phone })
  await page.goto('/session')
  await enter(page, 'ivan')
  await page.goto('/users/new')
  await page.fill('#name', 'Nova Ŵyn')
  await page.fill('#login', 'nova')
  await page.check('input[name=roles][value=contact-centre]')
  await context.clearCookies()
  await page.click('main button[type=submit]')
  assert.equal(await page.locator('h1').innerText(), 'Sign in')
  await look(page, 'around signing in with words that wait')
  await enter(page, 'ivan')
  assert.equal(await page.locator('h1').innerText(), 'Your words are back: send them now?')
  assert.match(await page.locator('main').innerText(), /Nova Ŵyn/)
  await look(page, 'around words are back')
  await page.click('#returned button[type=submit]')
  assert.equal(await page.locator('h1').innerText(), 'The account is made')
  await look(page, 'around one-time password')
  await close()
})

test('whoever guesses reads until when they wait, and the page says so first', { timeout: 60_000 }, async () => {
  const { page, close } = await openWindow(browser, { url: program.url })
  for (let tries = 0; tries < 2; tries++) {
    await page.goto('/session')
    await page.fill('#login', 'owen')
    await page.fill('#password', 'not the password')
    await page.click('main button[type=submit]')
  }
  assert.match(await page.title(), /^Error: Sign in/)
  assert.match(await page.locator('main').innerText(), /Wait until \d\d:\d\d:\d\d|do not go together/)
  await look(page, 'around signing in went wrong')
  await close()
})
