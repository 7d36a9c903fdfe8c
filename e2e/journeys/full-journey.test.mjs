// The journey of rehearsals/derive-2024/full-journey.toml, walked through the pages with scripts off: the same steps,
// the same days, the same refusals. After each day the pages show the dates and letters that the rehearsal gives.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'

import { parse } from 'smol-toml'

import { acts } from '../acts.mjs'
import { openBrowser } from '../browser.mjs'
import { foundHouse, redress } from '../house.mjs'
import { look } from '../look.mjs'

const file = new URL('../../rehearsals/derive-2024/full-journey.toml', import.meta.url)
const script = parse(await readFile(file, 'utf8'))

/// The day of a step.
const dayOf = step => String(step.on.toISOString?.() ?? step.on).slice(0, 10)

let browser, house, rehearsed

/// Who has each case in hand.
const holders = {}

/// What was learned from each case, which is said when it is closed.
const learned = {}

before(async () => {
  browser = await openBrowser()
  const first = dayOf(script.step[0])
  house = await foundHouse({ pack: script.pack, people: script.staff, at: `${first} 08:00:00` })
  rehearsed = JSON.parse(await redress(['rehearse', file.pathname, '--json'], `${first} 08:00:00`))
})

after(async () => {
  await house?.end()
  await browser?.close()
})

test('the full journey gives on the pages what it gives in the rehearsal', { timeout: 900_000 }, async t => {
  const cases = {}
  const steps = script.step.map((step, n) => [step, rehearsed.steps[n]])
  for (const day of new Set(script.step.map(dayOf))) {
    const today = steps.filter(([step]) => dayOf(step) === day)
    let passed = false
    await t.test(day, async () => {
      await house.when(`${day} 16:45:00`, browser)
      for (const [step, told] of today) await act(step, told, cases)
      const { clocks } = today.at(-1)[1]
      const sofar = steps.filter(([step]) => dayOf(step) <= day)
      for (const [label, re] of Object.entries(cases)) {
        const letters = sofar.filter(([step]) => (step.case ?? 'c1') === label).flatMap(([, told]) => told.letters)
        await compare(re, clocks.filter(clock => clock.case === label), letters)
      }
      assert.deepEqual(house.complaints(), [])
      passed = true
    })
    // What comes after builds on what came before.
    if (!passed) break
  }
})

/// One step on the pages: accepted or refused as in the rehearsal.
async function act (step, told, cases) {
  const label = step.case ?? 'c1'
  if (step.officer && !step.oversees) holders[label] = step.officer
  step.holder = holders[label]
  if (step.do === 'record-lesson') {
    learned[label] = step
    return
  }
  step.learned = learned[label]
  const { page } = await house.window(step.by)
  const done = await acts[step.do](page, cases[label], step)
  const what = `step ${told.n}, ${step.do}`
  assert.equal(done.accepted, told.outcome === 'accepted', `${what}: ${done.said}`)
  await look(page, `${dayOf(step)}-${told.n}-${step.do}`)
  if (told.opened) {
    cases[told.opened] = await linked(page, cases[label])
  } else if (told.events.includes('complaint-received')) {
    cases[label] = new URL(page.url()).pathname
  }
}

/// The case that is linked to this one.
async function linked (page, re) {
  await page.goto(re)
  const paths = await page.locator('main a').evaluateAll(links => links.map(link => link.pathname))
  const others = new Set(paths.filter(path => /^\/complaints\/RH-[^/]+$/.test(path) && path !== re))
  assert.equal(others.size, 1, `one case is linked to ${re}`)
  return [...others][0]
}

/// The case page shows the rehearsal's clocks, and the letters that left are the rehearsal's letters.
async function compare (re, clocks, letters) {
  const { page } = await house.window('chloe')
  await page.goto(re)
  const shown = await page.locator('.rd-clock').evaluateAll(cells => cells.map(cell => {
    const link = cell.querySelector('a')
    return [link.pathname.split('/').pop(), link.textContent.trim()]
  }))
  const due = shown.map(([id, words]) => `${id.replace(/-[au]\d+$/, '')} ${iso(words)}`)
  const over = new Set(['update', 'extension-limit'])
  const wanted = clocks.filter(({ what, status }) => !over.has(what) || status === 'running')
  const stage = clock => clock.stage === null ? '' : `-${clock.stage}`
  assert.deepEqual(due.sort(), wanted.map(clock => `${clock.what}${stage(clock)} ${clock.due}`).sort(), re)

  await page.goto(`${re}/letters`)
  const links = await page.locator('main table a').evaluateAll(all => all.map(link => link.pathname))
  const left = []
  for (const link of links) {
    const paper = await page.request.get(`${link}/paper`)
    const name = paper.headers()['content-disposition'].match(/_([a-z0-9-]+)_(\d+)\.pdf/)
    await page.goto(link)
    left.push([Number(name[2]), name[1], iso(await page.locator('h1').innerText())])
  }
  assert.deepEqual(left, letters.map(({ id, no, dated }) => [no, id, dated]), `letters of ${re}`)
}

/// The day in some words, as 2025-04-28.
function iso (words) {
  const [, date, month, year] = words.match(/(\d{1,2}) (\w{3})\w* (\d{4})/) ?? []
  const n = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].indexOf(month) + 1
  return `${year}-${String(n).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
