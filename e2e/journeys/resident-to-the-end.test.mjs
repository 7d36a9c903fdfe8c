// A resident's complaint to its end, on a phone: told, confirmed to her, corrected, added to, answered, an offer taken,
// stage 2 asked for by one button, a promise that was not kept, the survey; the Ombudsman's details at any point. She
// has a keyboard, 320 pixels and no scripts; staff do their part on their own pages. Then once more in Welsh and Arabic.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { acts } from '../acts.mjs'
import { openBrowser } from '../browser.mjs'
import { send } from '../forms.mjs'
import { foundHouse } from '../house.mjs'
import { choose, press, typeInto, unfold } from '../keyboard.mjs'
import { look } from '../look.mjs'
import { button, enter, link, phone, picture, pretender, tell, thanked, words, wrong } from '../resident.mjs'

const people = {
  amira: 'complaints-officer', ben: 'stage-2-officer', chloe: 'complaints-manager', dan: 'contact-centre'
}
const told = {
  what: 'The ceiling leaks for the third time, and nobody comes.',
  outcome: 'A new ceiling',
  name: 'Joyce Adeyemi',
  home: '12 Elm Court, Mill Town, MT1 3CD',
  help: 'Large print'
}

let browser, house, case_, own

before(async () => {
  browser = await openBrowser()
  house = await foundHouse({ pack: 'derive-2024', people, at: '2025-08-23 08:00:00' })
})

after(async () => {
  await house?.end()
  await browser?.close()
})

/// A member of staff does one step on their pages, and it is taken.
async function staff (by, step) {
  const { page } = await house.window(by)
  const done = await acts[step.do](page, case_, step)
  assert.ok(done.accepted, `${step.do}: ${done.said}`)
}

/// Joyce on her phone; what she does must have left nothing to complain about.
async function joyce (what) {
  const window = await phone(browser, house)
  await what(window.page)
  await window.done()
  assert.deepEqual(house.complaints(), [])
}

/// The Ombudsman is one link away, wherever she is.
async function ombudsman (page) {
  const back = page.url()
  await press(page, page.getByRole('contentinfo').getByRole('link', { name: 'Contact the Ombudsman' }))
  assert.match(await words(page), /0300 111 3000/)
  await page.goto(back)
}

test('a resident\'s complaint to its end', { timeout: 1_200_000 }, async t => {
  let passed = true
  const day = async (name, at, what) => {
    // What comes after builds on what came before.
    if (!passed) return
    passed = false
    await t.test(name, async () => {
      await house.when(at, browser)
      await what()
      passed = true
    })
  }

  await day('Saturday evening: she tells it, and has a receipt', '2025-08-23 21:40:00', () => joyce(async page => {
    own = await tell(page, told)
    case_ = `/complaints/${own.reference}`
    assert.match(await words(page), /Monday 1 September 2025/)
    await ombudsman(page)
  }))

  await day('Wednesday: it is confirmed to her, and she corrects it', '2025-08-27 10:00:00', async () => {
    await staff('chloe', { do: 'assign', officer: 'amira' })
    await staff('amira', {
      do: 'acknowledge',
      officer: 'amira',
      points: [{ text: 'The ceiling of the bedroom leaks', outcome: 'A new ceiling', responsibility: 'ours', feasible: 'Yes' }]
    })
    await joyce(async page => {
      await enter(page, own)
      assert.match(await page.locator('h1').innerText(), /Wednesday 10 September 2025/)
      await unfold(page, page.getByRole('main').locator('summary').first())
      const said = await words(page)
      assert.match(said, /We counted 10 working days from Wednesday 27 August 2025/)
      assert.match(said, /Saturday 30 August 2025/)
      assert.match(said, /Amira/)
      await look(page, 'resident-confirmed')
      await press(page, link(page, 'Is this right?'))
      await press(page, button(page, 'Send'))
      assert.match(await wrong(page), /Choose whether it is right/)
      await look(page, 'resident-understanding-wrong')
      await choose(page, page.getByLabel('Something is wrong or missing'))
      await typeInto(page, page.locator('#changes'), 'The kitchen ceiling leaks, too.')
      await press(page, button(page, 'Send'))
      assert.match(await thanked(page), /correct/)
      await look(page, 'resident-corrected')
      await ombudsman(page)
    })
    const { page } = await house.window('dan')
    await page.goto('/contacts')
    assert.match(await words(page), /The kitchen ceiling leaks, too/)
  })

  await day('Friday: it is right now, and she sends a photo', '2025-08-29 18:00:00', async () => {
    const { page } = await house.window('amira')
    await page.goto(`${case_}/definition`)
    const points = 'points-1-text'
    const saved = await send(page, 'form-definition', { [points]: 'The ceilings of bedroom and kitchen leak' }, 'Save the definition')
    assert.ok(saved.accepted, saved.said)
    await joyce(async page => {
      await enter(page, own)
      assert.match(await words(page), /bedroom and kitchen/)
      await press(page, link(page, 'Is this right?'))
      await choose(page, page.getByLabel('Yes, that is right'))
      await press(page, button(page, 'Send'))
      await thanked(page)
      await press(page, link(page, 'Send us something more'))
      await page.locator('#files').setInputFiles([picture, pretender])
      await press(page, button(page, 'Send'))
      const trouble = await wrong(page)
      assert.match(trouble, /more\.jpg/)
      assert.match(await words(page), /leak\.png/, 'the photo beside it is kept')
      await look(page, 'resident-messages-wrong')
      await typeInto(page, page.locator('#words'), 'It dripped on the bed last night.')
      await press(page, button(page, 'Send'))
      await thanked(page)
    })
  })

  await day('Tuesday: the answer, which she reads as it was sent', '2025-09-09 09:00:00', async () => {
    await staff('amira', {
      do: 'find',
      point: 'p1',
      finding: 'upheld',
      reasons: 'The roof above both rooms was reported in February and again in June. Our repairs policy promises a look at a leak within two working days, and nobody looked.',
      weighed: 'We read the notes of both calls and looked at your photograph.',
      fault: 'We left a leak that you reported in February without anybody looking at it.',
      'outcome-met': 'fully',
      'outcome-why': 'The roof will be mended and both ceilings made new by 19 September.',
      cites: ['Repairs policy, section 4.2']
    })
    await staff('amira', {
      do: 'offer-remedy', kind: 'action', what: 'The roof mended and two new ceilings', point: 'p1', owner: 'Repairs team', due: new Date('2025-09-19')
    })
    await staff('amira', {
      do: 'offer-remedy', kind: 'money', what: 'For months under a leaking ceiling', point: 'p1', amount: '175.00', head: 'Distress and inconvenience', due: new Date('2025-10-07')
    })
    await staff('amira', { do: 'offer-remedy', kind: 'apology', what: 'For months without an answer' })
    await staff('amira', { do: 'respond', apology: true })
    await joyce(async page => {
      await enter(page, own)
      const said = await words(page)
      for (const shown of [/The roof mended and two new ceilings/, /by Friday 19 September 2025/, /£175/]) assert.match(said, shown)
      await look(page, 'resident-answered')
      await press(page, link(page, 'Our answer'))
      assert.match(await words(page), /We left a leak that you reported in February/)
      await look(page, 'resident-letter')
      const paper = await page.locator('main a[href$="/paper"]').getAttribute('href')
      const pdf = await page.request.get(paper)
      assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
      await ombudsman(page)
    })
  })

  await day('Friday: she takes the offer', '2025-09-12 20:00:00', () => joyce(async page => {
    await enter(page, own)
    await press(page, link(page, 'Answer the offer'))
    await look(page, 'resident-offer-open')
    await press(page, button(page, 'Send'))
    assert.match(await wrong(page), /Choose whether you accept it/)
    await choose(page, page.getByLabel('Yes, I accept it'))
    await press(page, button(page, 'Send'))
    await thanked(page)
    assert.match(await words(page), /You accepted it/)
  }))

  await day('Tuesday: she asks for stage 2, and nobody asks why', '2025-09-16 20:00:00', async () => {
    await joyce(async page => {
      await enter(page, own)
      await press(page, link(page, /stage 2/))
      await look(page, 'resident-stage-2-open')
      await press(page, button(page, 'Ask us to look again'))
      await thanked(page)
      assert.match(await page.locator('h1').innerText(), /Tuesday 23 September 2025/)
      await ombudsman(page)
    })
  })

  await day('Monday: what we called done was not done', '2025-09-22 19:00:00', async () => {
    await staff('chloe', { do: 'escalate', officer: 'ben' })
    await staff('chloe', { do: 'complete-action', id: 'a1', proof: 'Repairs say that it was done on Thursday' })
    await joyce(async page => {
      await enter(page, own)
      assert.match(await words(page), /done on Monday 22 September 2025/)
      await press(page, link(page, 'Tell us whether it was put right'))
      await look(page, 'resident-promises-open')
      await choose(page, page.getByLabel('It was not done', { exact: true }))
      await typeInto(page, page.locator('#more'), 'Nobody came on Thursday.')
      await press(page, button(page, 'Send'))
      await thanked(page)
      assert.match(await words(page), /You told us on Monday 22 September 2025 that it was not done/)
      await look(page, 'resident-promise-open-again')
    })
    const { page } = await house.window('ben')
    await page.goto('/work')
    const work = await words(page)
    assert.match(work, /the person says it was not done/, 'the news of whoever has the case')
    await page.goto(`${case_}/actions`)
    assert.match(await words(page), /Nobody came on Thursday/)
    await look(page, 'staff-promise-open-again')
    await page.goto(case_)
    await look(page, 'staff-case-promise-open-again')
  })

  await day('October: the second answer, the end, and how it went', '2025-10-13 09:00:00', async () => {
    await staff('ben', { do: 'make-contact', note: 'Rang Ms Adeyemi. She is unhappy that nobody came when we had said so.' })
    await staff('ben', { do: 'acknowledge', officer: 'ben' })
    await staff('ben', {
      do: 'find',
      point: 'p1',
      finding: 'upheld',
      reasons: 'Stage 1 was right about the leak. The work that it promised was called done when nobody had come, and that is a fault of its own.',
      weighed: 'I read the order for the roof and spoke to the contractor.',
      fault: 'We told you that work was done when nobody had come.',
      'outcome-met': 'fully',
      'outcome-why': 'The roof was mended on 6 October and both ceilings are new.',
      cites: ['Repairs policy, section 4.2']
    })
    await staff('ben', { do: 'offer-remedy', kind: 'apology', what: 'For work called done that was not' })
    await staff('ben', { do: 'complete-action', id: 'a1', proof: 'Photographs of both ceilings, seen by the resident on 8 October' })
    await staff('ben', { do: 'respond', apology: true })
    const { page } = await house.window('ben')
    await staff('ben', {
      do: 'close', reason: 'final-response', learned: { cause: 'Done was recorded without anybody looking', lesson: 'Ask the resident before a promise is called kept', owner: 'Ben' }
    })
    await page.goto(`${case_}/closure`)
    const asked = await send(page, 'form-closure-survey', {}, 'Record that they were asked')
    assert.ok(asked.accepted, asked.said)
    await joyce(async page => {
      await enter(page, own)
      assert.match(await words(page), /Your complaint is closed/)
      await press(page, link(page, 'How did we deal with your complaint?'))
      await look(page, 'resident-survey-open')
      await press(page, button(page, 'Send'))
      await wrong(page)
      await look(page, 'resident-survey-wrong')
      await choose(page, page.locator('#handling'))
      await choose(page, page.locator('#outcome'))
      await typeInto(page, page.locator('#text'), 'It took long, but you listened.')
      await press(page, button(page, 'Send'))
      await thanked(page)
      await look(page, 'resident-closed')
      await ombudsman(page)
    })
  })

  for (const [tag, name, direction, sends] of [['cy', 'Cymraeg', 'ltr', /Anfon/], ['ar', 'العربية', 'rtl', /إرسال|أرسل/]]) {
    await day(`the same pages in ${name}`, '2025-10-14 09:00:00', () => joyce(async page => {
      await page.goto('/how-to-complain')
      await press(page, page.getByRole('banner').getByRole('link', { name }))
      assert.equal(await page.locator('html').getAttribute('lang'), tag)
      assert.equal(await page.locator('html').getAttribute('dir'), direction)
      await look(page, `resident-${tag}-how`)
      for (const path of ['/complain', '/track', '/ombudsman', '/accessibility', '/privacy']) {
        await page.goto(path)
        assert.equal(await page.locator('html').getAttribute('lang'), tag, path)
        await look(page, `resident-${tag}${path.replaceAll('/', '-')}`)
      }
      await page.goto('/complain')
      await press(page, page.locator('form#begin button'))
      for (const question of ['whom', 'danger', 'what', 'when', 'files', 'help']) {
        await page.goto(`/complain/${question}`)
        await look(page, `resident-${tag}-${question}`)
      }
      await page.goto('/complain/what')
      await press(page, page.locator('form#question button').first())
      await wrong(page)
      await look(page, `resident-${tag}-what-wrong`)
      await page.goto('/complain/answers')
      await look(page, `resident-${tag}-answers`)
      await enter(page, own)
      await look(page, `resident-${tag}-mine`)
      for (const part of ['understanding', 'messages', 'stage-2', 'offer', 'promises', 'survey', 'ombudsman', 'authority', 'letters/1']) {
        await page.goto(`/my-complaint/${part}`)
        assert.equal(await page.locator('html').getAttribute('dir'), direction, part)
        await look(page, `resident-${tag}-${part.replace('/', '-')}`)
      }
      await page.goto('/my-complaint/messages')
      await page.locator('#files').setInputFiles([pretender])
      await press(page, page.locator('form#add button'))
      assert.match(await page.locator('form#add button').innerText(), sends)
      await wrong(page)
      await look(page, `resident-${tag}-messages-wrong`)
    }))
  }
  assert.ok(passed, 'the journey came to its end')
})
