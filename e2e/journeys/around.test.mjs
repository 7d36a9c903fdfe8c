// Around the cases: every list, account, setting, policy and public page is looked at, and words that outlive a session
// come back.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { openBrowser, openWindow, shapes } from '../browser.mjs'
import { look } from '../look.mjs'
import { startProgram } from '../program.mjs'
// Everybody's at the sample landlord.
const password = 'open the front door'

const pages = {
  nobody: ['/', '/session', '/help', '/accessibility', '/privacy', '/nothing-here',
    '/date-calculator?pack=derive-2024&what=received&on=14/4/2025', '/date-calculator?pack=derive-2024&what=plain&on=x'],
  amira: ['/work', '/complaints', '/complaints?view=overdue', '/complaints?owner=me&stage=2&needs=yes', '/actions',
    '/session', '/session/password', '/session/devices', '/policies/derive-2024', '/policies/derive-2024/parameters'],
  chloe: ['/work', '/administration', '/settings', '/calendars/england-and-wales', '/policies'],
  ivan: ['/administration', '/users', '/users/new', '/users/one', '/roles', '/settings'],
  grace: ['/policies', '/complaints']
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

for (const [who, paths] of Object.entries(pages)) {
  test(`every page around the cases that ${who} opens can be used by everybody`, { timeout: 600_000 }, async () => {
    const { page, complaints, close } = await openWindow(browser, { url: program.url })
    if (who !== 'nobody') {
      await page.goto('/session')
      await enter(page, who)
    }
    for (const path of paths) {
      if (path === '/users/one') {
        await page.goto('/users')
        await page.locator('main tbody a').first().click()
      } else {
        await page.goto(path)
      }
      await look(page, `around ${who} ${path}`)
    }
    assert.deepEqual(complaints.filter(text => !text.includes('ERR_ABORTED')), [])
    await close()
  })
}

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
