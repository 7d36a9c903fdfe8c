// Filling in forms as a person does: what is folded away is opened first, and every box is one that can be seen.

/// A day as staff type it.
export function typed (day) {
  const [year, month, date] = day.toISOString().slice(0, 10).split('-').map(Number)
  return `${date}/${month}/${year}`
}

/// Fills the form `id` with `values` (name → value; several values for ticks) and presses `button`. Gives whether it
/// was accepted, and what the page then says.
export async function send (page, id, values, button) {
  const form = page.locator(`form#${id}`)
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) await put(form, name, value)
  }
  const press = form.getByRole('button', { name: button, exact: true })
  await unfold(press)
  await press.click()
  return outcome(page)
}

/// True where the page offers that form.
export async function offers (page, id) {
  return await page.locator(`form#${id}`).count() > 0
}

async function outcome (page) {
  const accepted = new URL(page.url()).searchParams.has('done')
  const said = await page.locator('main').innerText()
  return { accepted, said }
}

async function put (form, name, value) {
  const boxes = form.locator(`[name="${name}"]:not([type=hidden])`)
  const first = boxes.first()
  const kind = await first.evaluate(box => box.type)
  for (const one of Array.isArray(value) ? value : [value]) {
    if (kind === 'radio' || kind === 'checkbox') {
      const box = form.locator(`[name="${name}"][value=${JSON.stringify(String(one))}]`)
      await unfold(box)
      await box.check()
    } else if (kind === 'select-one') {
      await unfold(first)
      await first.selectOption(String(one))
    } else {
      await unfold(first)
      await first.fill(String(one))
    }
  }
}

/// Opens what the box is folded into, from the outside in.
async function unfold (box) {
  const folded = box.locator('xpath=ancestor::details[not(@open)]')
  for (let n = await folded.count(); n > 0; n--) await folded.first().locator('> summary').click()
}

/// The value of the option that begins with `words`, in a list or among radio buttons.
export async function option (page, form, name, words) {
  return await page.locator(`form#${form} [name="${name}"]`).evaluateAll((boxes, words) => {
    const options = boxes.flatMap(box => box.tagName === 'SELECT'
      ? [...box.options].map(one => [one.value, one.text])
      : [[box.value, box.labels[0]?.textContent ?? '']])
    return options.find(([value, text]) => value && text.trim().startsWith(words))?.[0] ?? null
  }, words)
}
