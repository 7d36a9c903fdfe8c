// A call becomes an acknowledged complaint without a mouse: Tab, Enter, Space, arrows and typing, from signing in to the
// letter that left. What has the focus is in sight at every stop.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { openBrowser, openWindow } from '../browser.mjs'
import { foundHouse } from '../house.mjs'
import { choose, pick, press, tabTo, thereAndBack, typeInto, unfold } from '../keyboard.mjs'
import { look } from '../look.mjs'

const people = { dan: 'contact-centre', amira: 'complaints-officer' }
const words = 'The bedroom is damp again and nobody came on either day they promised.'

let browser, house
let re

before(async () => {
  browser = await openBrowser()
  house = await foundHouse({ pack: 'derive-2024', people, at: '2025-04-07 08:00:00' })
  await house.when('2025-04-07 10:30:00', browser)
})

after(async () => {
  await house?.end()
  await browser?.close()
})

/// Signs in by keyboard, and chooses a password of one's own.
async function enter (login) {
  const window = await openWindow(browser, { url: house.program.url })
  const { page } = window
  await page.goto('/session')
  await typeInto(page, page.getByLabel('Name for signing in'), login)
  await typeInto(page, page.getByLabel('Password'), house.passwords[login])
  await choose(page, page.getByLabel('My own'))
  await press(page, page.getByRole('button', { name: 'Sign in' }))
  assert.match(page.url(), /\/session\/password$/)
  await typeInto(page, page.getByLabel('The password you have now'), house.passwords[login])
  await typeInto(page, page.getByLabel('New password'), `kettles sing for ${login} on mornings`)
  await press(page, page.getByRole('button', { name: 'Change password' }))
  return window
}

const button = (page, name) => page.getByRole('button', { name, exact: true })
const link = (page, name) => page.getByRole('main').getByRole('link', { name })
const menu = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true })

/// The page says that it is done; else what it says instead.
async function isDone (page) {
  const said = await page.locator('main').innerText()
  assert.ok(page.url().includes('done='), `${page.url()}: ${said.slice(0, 600)}`)
}

test('a call is taken down', { timeout: 120_000 }, async () => {
  const { page, complaints, close } = await enter('dan')
  await press(page, menu(page, 'Contacts'))
  await press(page, link(page, 'Take down a contact'))
  await choose(page, page.getByLabel('Phone', { exact: true }))
  await typeInto(page, page.locator('#name'), 'Joyce Adeyemi')
  await typeInto(page, page.locator('#address'), '3 Elm Court, Lower Road, Otterford, OT1 4AB')
  await typeInto(page, page.locator('#words'), words)
  await choose(page, page.getByLabel('Damp or mould'))
  await choose(page, page.locator('[name=dissatisfied][value=yes]'))
  await choose(page, page.getByLabel('18 point print'))
  await press(page, button(page, 'Save for others'))
  assert.match(page.url(), /\/contacts\?/)
  assert.ok(await page.locator('.govuk-notification-banner').evaluate(it => it === document.activeElement))
  await look(page, 'keyboard-taken-down')
  assert.deepEqual(complaints, [])
  await close()
})

test('it is judged, defined, acknowledged, and the letter is read', { timeout: 240_000 }, async t => {
  const { page, complaints, close } = await enter('amira')

  await t.test('triage', async () => {
    await press(page, menu(page, 'Contacts'))
    await press(page, link(page, /^RH-2025-/).first())
    re = new URL(page.url()).pathname.replace('/triage', '')
    await pick(page, page.locator('#officer'), 'Amira')
    await press(page, button(page, 'Save what it is'))
    await isDone(page)
  })

  await t.test('definition, with a mistake on the way', async () => {
    await press(page, page.getByRole('navigation', { name: 'This complaint' }).getByRole('link', { name: 'What it is about' }))
    await typeInto(page, page.locator('#points-1-text'), 'The bedroom is damp')
    await typeInto(page, page.locator('#points-1-outcome'), 'Find the cause and cure it')
    await press(page, button(page, 'Save the definition'))
    assert.match(await page.title(), /^Error: /)
    assert.ok(await page.locator('.govuk-error-summary').evaluate(it => it === document.activeElement), 'the summary has the focus')
    const wrong = page.locator('.govuk-error-summary a').first()
    await tabTo(page, wrong)
    await page.keyboard.press('Enter')
    assert.ok(await page.locator('#points-1-responsibility').evaluate(it => it === document.activeElement), 'the link leads to the field')
    await page.keyboard.press('Space')
    await typeInto(page, page.locator('#points-1-feasible'), 'Yes')
    await press(page, button(page, 'Save the definition'))
    await isDone(page)
  })

  await t.test('acknowledgement in the print that was asked for', async () => {
    await press(page, page.locator('.rd-next').getByRole('link', { name: 'Acknowledge it' }))
    await choose(page, page.locator('[name=needs-asked][value=yes]'))
    await press(page, button(page, 'Look at the letter first'))
    assert.match(await page.locator('#preview').innerText(), /Joyce Adeyemi/)
    await press(page, button(page, 'Send the acknowledgement'))
    await isDone(page)
  })

  await t.test('the letter and the working of its date', async () => {
    await press(page, link(page, /^1\. Acknowledgement, stage 1/))
    assert.match(await page.locator('main').innerText(), /Wednesday 23 April 2025/)
    await press(page, page.locator('.rd-promise a'))
    assert.match(await page.locator('h1').innerText(), /How this was reached/)
    await look(page, 'keyboard-working')
  })

  await t.test('every stop of the long pages is in sight, there and back', async () => {
    for (const path of [re, `${re}/definition`, `${re}/contacts`, `${re}/choices`]) {
      await page.goto(path)
      assert.ok(10 < await thereAndBack(page), path)
    }
    await page.goto(re)
    await unfold(page, page.locator('summary', { hasText: 'Coming in' }))
    await tabTo(page, link(page, 'Link another case'))
  })

  assert.deepEqual(complaints, [])
  await close()
})
