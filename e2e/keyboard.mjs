// Getting about with the keyboard alone.

import assert from 'node:assert/strict'

/// Presses Tab until `target` has the focus, and fails where it is never reached, where its focus cannot be seen, or
/// where something on the way there hides under the bar.
export async function tabTo (page, target, limit = 200) {
  await target.waitFor({ state: 'attached' })
  for (let n = 0; n < limit; n++) {
    await tab(page)
    if (await hasFocus(target)) {
      assert.ok(await showsFocus(target), `the focus on ${target} cannot be seen`)
      return
    }
  }
  assert.fail(`${limit} presses of Tab do not reach ${target}`)
}

/// Goes to a field and types, over what stood there.
export async function typeInto (page, target, text) {
  await tabTo(page, target)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/// Goes to a button or link and presses Enter; the next page is loaded when this returns.
export async function press (page, target) {
  await tabTo(page, target)
  await Promise.all([page.waitForLoadState('load'), page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
}

/// Goes to a radio button or checkbox and chooses it. Within a set of radios Tab stops once; the arrows do the rest.
export async function choose (page, target) {
  const type = await target.getAttribute('type')
  if (type !== 'radio') {
    await tabTo(page, target)
    if (!await target.isChecked()) await page.keyboard.press('Space')
  } else {
    const name = await target.getAttribute('name')
    const set = page.locator(`input[type=radio][name="${name}"]`)
    await tabToAny(page, set)
    for (let n = await set.count(); n > 0 && !await hasFocus(target); n--) await page.keyboard.press('ArrowDown')
    if (!await target.isChecked()) await page.keyboard.press('Space')
  }
  assert.ok(await target.isChecked(), `the keyboard does not choose ${target}`)
}

/// Opens or shuts what a summary folds away.
export async function unfold (page, summary) {
  await tabTo(page, summary)
  await page.keyboard.press('Enter')
}

/// Chooses in a list by typing the beginning of what stands there.
export async function pick (page, target, words) {
  await tabTo(page, target)
  await page.keyboard.type(words)
  const chosen = await target.evaluate(list => list.selectedOptions[0]?.text ?? '')
  assert.ok(chosen.startsWith(words), `the keyboard chooses "${chosen}" for "${words}"`)
}

/// Goes through the whole page and back again; gives how many stops there are. What has the focus is in sight at each.
export async function thereAndBack (page, limit = 400) {
  const at = () => page.evaluate(() => document.activeElement === document.body)
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0) })
  let stops = 0
  for (const key of ['Tab', 'Shift+Tab']) {
    stops = 0
    do {
      await tab(page, key)
      stops++
    } while (!await at() && stops < limit)
    assert.ok(stops < limit, `${limit} presses of ${key} do not lead round the page`)
  }
  return stops - 1
}

/// One press, and whether what then has the focus lies in sight and not under what sticks to the window's edge.
async function tab (page, key = 'Tab') {
  await page.keyboard.press(key)
  const hidden = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const label = element.labels?.[0]
    const small = getComputedStyle(element).opacity === '0' && label
    const box = (small ? label : element).getBoundingClientRect()
    const named = `${element.tagName} "${(element.name || element.textContent || '').trim().slice(0, 40)}"`
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
    if (bottom - top < 4 || right - left < 4) return `${named} is out of sight`
    for (const bar of document.querySelectorAll('.rd-promise, thead th')) {
      const over = bar.getBoundingClientRect()
      const sticks = getComputedStyle(bar).position === 'sticky'
      if (sticks && !bar.contains(element) && !element.contains(bar) && box.top < over.bottom - 1 && over.top + 1 < box.bottom &&
        box.left < over.right - 1 && over.left + 1 < box.right) return `${named} lies under ${bar.className || 'the head of a table'}`
    }
    return null
  })
  assert.equal(hidden, null)
}

async function tabToAny (page, targets, limit = 200) {
  for (let n = 0; n < limit; n++) {
    await tab(page)
    const focused = await targets.evaluateAll(all => all.some(one => one === document.activeElement))
    if (focused) return
  }
  assert.fail(`${limit} presses of Tab do not reach ${targets}`)
}

function hasFocus (target) {
  return target.evaluate(element => element === document.activeElement)
}

/// True where something about the element, or the label that stands for it, changes when it has the focus.
function showsFocus (target) {
  return target.evaluate(element => {
    const seen = node => {
      const style = getComputedStyle(node)
      return `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow} ${style.backgroundColor} ${style.borderColor}`
    }
    const all = [element, element.nextElementSibling, element.parentElement].filter(Boolean)
    const before = node => `${seen(node)} ${getComputedStyle(node, '::before').boxShadow} ${getComputedStyle(node, '::before').outlineWidth}`
    const focused = all.map(before).join()
    element.blur()
    const plain = all.map(before).join()
    element.focus()
    return focused !== plain
  })
}
