// Getting about with the keyboard alone.

import assert from 'node:assert/strict'

/// Presses Tab until `target` has the focus, and fails where it is never reached or where its focus cannot be seen.
export async function tabTo (page, target, limit = 150) {
  for (let n = 0; n < limit; n++) {
    await page.keyboard.press('Tab')
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

async function tabToAny (page, targets, limit = 150) {
  for (let n = 0; n < limit; n++) {
    await page.keyboard.press('Tab')
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
