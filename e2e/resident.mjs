// What a resident does on a phone: tells a complaint one question a page, and comes back to it with a code.

import assert from 'node:assert/strict'
import { gunzipSync, gzipSync } from 'node:zlib'

import { openWindow, shapes } from './browser.mjs'
import { choose, press, typeInto } from './keyboard.mjs'

/// A photograph, and what only calls itself one.
export const picture = {
  name: 'leak.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
}
export const pretender = { name: 'more.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('only words here') }

/// What a page may weigh on the wire, with its style sheet and without pictures.
const heaviest = 60 * 1024

export const button = (page, name) => page.getByRole('main').getByRole('button', { name, exact: true })
export const link = (page, name) => page.getByRole('main').getByRole('link', { name })
export const words = page => page.locator('main').innerText()

/// A phone, 320 pixels wide and without scripts; every page that comes to it is weighed.
export async function phone (browser, house) {
  const window = await openWindow(browser, { url: house.program.url, shape: shapes.phone })
  const weighing = []
  const heavy = []
  window.page.on('response', response => weighing.push(weigh(response).then(bytes => {
    if (heaviest < bytes) heavy.push(`${new URL(response.url()).pathname}: ${bytes} bytes`)
  }).catch(() => {})))
  const done = async () => {
    await Promise.all(weighing)
    assert.deepEqual(heavy, [])
    assert.deepEqual(window.complaints, [])
    await window.close()
  }
  return { ...window, done }
}

/// What one answer weighs as it goes over the wire.
async function weigh (response) {
  if (!/html|css/.test(response.headers()['content-type'] ?? '')) return 0
  const body = await response.body()
  assert.equal(response.headers()['content-encoding'] ?? 'gzip', 'gzip')
  return body[0] === 0x1f ? gunzipSync(body) && body.length : gzipSync(body).length
}

/// Tells a complaint from the first question to the receipt, by keyboard. Gives its reference and code.
export async function tell (page, { what, outcome, name, home, help }) {
  const next = () => press(page, button(page, 'Continue'))
  await page.goto('/complain')
  await press(page, button(page, 'Start'))
  await choose(page, page.getByLabel('It is about me'))
  await next()
  await choose(page, page.getByLabel('No', { exact: true }))
  await next()
  await typeInto(page, page.locator('#what'), what)
  await next()
  await next()
  await typeInto(page, page.locator('#outcome'), outcome)
  await next()
  await next()
  await next()
  await typeInto(page, page.locator('#name'), name)
  await next()
  await typeInto(page, page.locator('#home'), home)
  await next()
  await next()
  if (help) await choose(page, page.getByLabel(help))
  await next()
  await press(page, button(page, 'Send my complaint'))
  return onReceipt(page)
}

/// The reference and the code that stand on the receipt.
export async function onReceipt (page) {
  const said = await words(page)
  return { reference: said.match(/RH-2025-\d{5}-\w/)[0], code: said.match(/\b\w{4}-\w{4}-\w{4}\b/)[0] }
}

/// Comes back with reference and code, by keyboard.
export async function enter (page, { reference, code }) {
  await page.goto('/track')
  await typeInto(page, page.locator('#reference'), reference)
  await typeInto(page, page.locator('#code'), code)
  await press(page, page.locator('form#track button'))
  assert.match(page.url(), /\/my-complaint$/)
}

/// The green banner after something was done has the focus.
export async function thanked (page) {
  const banner = page.locator('.govuk-notification-banner')
  assert.ok(await banner.evaluate(it => it === document.activeElement), 'the banner has the focus')
  return banner.innerText()
}

/// What is wrong stands on top, and has the focus.
export async function wrong (page) {
  const summary = page.locator('.govuk-error-summary')
  assert.ok(await summary.evaluate(it => it === document.activeElement), 'the summary has the focus')
  return summary.innerText()
}
