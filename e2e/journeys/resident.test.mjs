// A resident on a phone without an account: tells a complaint one question a page, sees it with the code of the
// receipt, and adds to it. By keyboard alone, without scripts, 320 pixels wide; no page is heavy.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { openBrowser } from '../browser.mjs'
import { foundHouse } from '../house.mjs'
import { choose, press, typeInto } from '../keyboard.mjs'
import { look } from '../look.mjs'
import { button, link, phone, picture, pretender } from '../resident.mjs'

const words = 'The ceiling leaks for the third time, and nobody comes.'

let browser, house
let reference, code

before(async () => {
  browser = await openBrowser()
  house = await foundHouse({ pack: 'derive-2024', people: { amira: 'complaints-officer' }, at: '2025-08-23 21:00:00' })
  await house.when('2025-08-23 21:40:00', browser)
})

after(async () => {
  await house?.end()
  await browser?.close()
})

test('she tells it one question a page, and gets a receipt', { timeout: 300_000 }, async t => {
  const { page, done } = await phone(browser, house)
  const next = () => press(page, button(page, 'Continue'))

  await t.test('from how to complain to the first question', async () => {
    await page.goto('/')
    await look(page, 'resident-how')
    await press(page, link(page, 'Tell us here'))
    await look(page, 'resident-start')
    await press(page, button(page, 'Start'))
    assert.match(page.url(), /\/complain\/whom$/)
    assert.match(await page.content(), /lang="en-GB" dir="ltr"/)
    await look(page, 'resident-whom')
  })

  await t.test('the questions, with one left out that cannot be', async () => {
    await choose(page, page.getByLabel('It is about me'))
    await next()
    await choose(page, page.getByLabel('No', { exact: true }))
    await next()
    await next()
    assert.match(await page.title(), /^Error: /)
    assert.ok(await page.locator('.govuk-error-summary').evaluate(it => it === document.activeElement), 'the summary has the focus')
    await look(page, 'resident-what-wrong')
    await typeInto(page, page.locator('#what'), words)
    await next()
    await typeInto(page, page.locator('#happened'), 'since last winter')
    await press(page, page.getByRole('link', { name: 'Back', exact: true }))
    assert.equal(await page.locator('#what').inputValue(), words, 'her words are still there')
    await next()
    await look(page, 'resident-when')
    await typeInto(page, page.locator('#happened'), 'since last winter')
    await next()
    await typeInto(page, page.locator('#outcome'), 'Mend it')
    await next()
    await next()
  })

  await t.test('a text that calls itself a photo is refused in words, and the photo is kept', async () => {
    assert.match(page.url(), /\/complain\/files$/)
    await page.locator('#files').setInputFiles([picture, pretender])
    await next()
    assert.match(await page.locator('.govuk-error-summary').innerText(), /more\.jpg/)
    assert.match(await page.locator('main').innerText(), /leak\.png/)
    await look(page, 'resident-files-wrong')
    await next()
  })

  await t.test('who she is, and what helps', async () => {
    await typeInto(page, page.locator('#name'), 'Joyce Adeyemi')
    await next()
    await typeInto(page, page.locator('#home'), '12 Elm Court, Mill Town, MT1 3CD')
    await next()
    await look(page, 'resident-reach')
    await typeInto(page, page.locator('#telephone'), '01632 960 456')
    await next()
    await choose(page, page.getByLabel('Large print'))
    await look(page, 'resident-help')
    await next()
  })

  await t.test('she looks it over, changes one thing, and sends it', async () => {
    assert.match(page.url(), /\/complain\/answers$/)
    await look(page, 'resident-answers')
    await press(page, link(page, /^Change What would put it right/))
    await typeInto(page, page.locator('#outcome'), 'A new ceiling')
    await next()
    assert.match(await page.locator('main').innerText(), /A new ceiling/)
    await press(page, button(page, 'Send my complaint'))
    const said = await page.locator('main').innerText()
    assert.match(said, /Saturday 23 August 2025/)
    assert.match(said, /by Monday 1 September 2025/)
    reference = said.match(/RH-2025-\d{5}-\w/)[0]
    code = said.match(/\b\w{4}-\w{4}-\w{4}\b/)[0]
    await look(page, 'resident-receipt')
  })
  await done()
})

test('she sees it with the reference and the code, and adds to it', { timeout: 300_000 }, async t => {
  const { page, done } = await phone(browser, house)

  await t.test('a wrong code is one sentence, the right one opens it', async () => {
    await page.goto('/track')
    await look(page, 'resident-track')
    await typeInto(page, page.locator('#reference'), reference.toLowerCase())
    await typeInto(page, page.locator('#code'), 'ABCD-EFGH-JKMN')
    await press(page, button(page, 'Open your complaint'))
    assert.match(await page.locator('.govuk-error-summary').innerText(), /do not go together/)
    await look(page, 'resident-track-wrong')
    await typeInto(page, page.locator('#code'), code.toLowerCase().replaceAll('-', ' '))
    await press(page, button(page, 'Open your complaint'))
    assert.match(page.url(), /\/my-complaint$/)
    assert.match(await page.locator('h1').innerText(), /Monday 1 September 2025/)
    await look(page, 'resident-mine')
  })

  await t.test('every page behind it can be used', async () => {
    for (const [name, part] of [
      ['messages', 'messages'], ['understanding', 'understanding'], ['stage-2', 'stage-2'], ['offer', 'offer'],
      ['promises', 'promises'], ['ombudsman', 'ombudsman'], ['authority', 'authority'], ['withdrawal', 'withdrawal'],
      ['survey', 'survey']
    ]) {
      await page.goto(`/my-complaint/${part}`)
      await look(page, `resident-${name}`)
    }
  })

  await t.test('she sends words and a photo', async () => {
    await page.goto('/my-complaint')
    await press(page, link(page, 'Send us something more'))
    await typeInto(page, page.locator('#words'), 'It dripped on the bed last night.')
    await page.locator('#files').setInputFiles([{ ...picture, name: 'bed.png' }])
    await press(page, button(page, 'Send'))
    assert.ok(await page.locator('.govuk-notification-banner').evaluate(it => it === document.activeElement))
    await look(page, 'resident-sent')
  })

  await t.test('she leaves, and the way back does not lead in again', async () => {
    await press(page, page.getByRole('button', { name: 'Leave this page' }))
    await page.goto('/my-complaint')
    assert.match(page.url(), /\/track\?over=1$/)
  })

  await t.test('nothing of hers stands in an address or a title', async () => {
    for (const path of ['/how-to-complain', '/policy', '/ombudsman', '/track']) {
      await page.goto(path)
      await look(page, `resident${path.replaceAll('/', '-')}`)
      assert.doesNotMatch(await page.title(), /Joyce/)
    }
  })
  await done()
})
