// What the steps of a rehearsal are on the pages: one function for each command, done as a person would do it.

import { named } from './house.mjs'
import { offers, option, send, typed } from './forms.mjs'

/// Nothing on the page to press: the program does not offer what it would refuse.
const notOffered = async page => ({ accepted: false, said: await page.locator('main').innerText() })

/// Opens a page of the case, and sends a form there if it is offered.
async function at (page, path, form, button, values) {
  await page.goto(path)
  if (!await offers(page, form)) return notOffered(page)
  return send(page, form, await values(), button)
}

const who = (page, form, name, login) => option(page, form, name, named(login))

/// Writes the points down. Those that stand keep their place; what is no longer said is emptied.
async function define (page, re, points) {
  await page.goto(`${re}/definition`)
  const ids = await page.locator('form#form-definition input[name$="-id"]').evaluateAll(all => all.map(box => box.value))
  const known = points.some(point => point.id)
  const values = {}
  for (const [n, id] of ids.entries()) {
    const point = known ? points.find(point => point.id === id) : points[n]
    const field = name => `points-${n + 1}-${name}`
    if (point) {
      values[field('text')] = point.text
      values[field('outcome')] = point.outcome
      values[field('responsibility')] = point.responsibility
      values[field(`whose-${point.responsibility}`)] = point.whose
      values[field('feasible')] = point.feasible
    } else if (id) {
      for (const name of ['text', 'outcome', 'feasible']) values[field(name)] = ''
    }
  }
  return send(page, 'form-definition', values, 'Save the definition')
}

/// The commands. Each is given the page of whoever acts, the address of the case, and the step.
export const acts = {
  receive: (page, _, step) => at(page, '/contacts/new', 'form-contact', 'Save and open it', () => ({
    channel: step.channel,
    received: 'today',
    name: step.from,
    standing: 'tenant',
    address: '3 Elm Court\nLower Road\nOtterford\nOT1 4AB',
    words: step.text,
    happened: step['happened-on'] && typed(step['happened-on']),
    aware: step['aware-on'] && typed(step['aware-on']),
    dissatisfied: 'yes'
  })),

  // The page asks for both at once: who gets the case and who oversees it.
  assign: (page, re, step) => at(page, `${re}/assignment`, 'form-assignment', 'Assign the case', async () => ({
    officer: await who(page, 'form-assignment', 'officer', step.oversees ? step.holder : step.officer),
    conflict: 'later',
    overseer: step.oversees ? await who(page, 'form-assignment', 'overseer', step.officer) : undefined
  })),

  'declare-conflict': (page, re, step) => at(page, `${re}/conflicts`, 'form-conflicts', 'Record it', async () => ({
    who: await who(page, 'form-conflicts', 'who', step.who), conflict: 'none'
  })),

  'make-contact': (page, re, step) => at(page, `${re}/contacts`, 'form-contacts', 'Record it', () => ({
    what: 'contact', text: step.note
  })),

  'record-needs': (page, re, step) => at(page, `${re}/needs`, 'form-needs', 'Record what they need', () => ({
    'other-needs': step.needs.join('\n')
  })),

  'agree-updates': (page, re, step) => at(page, `${re}/contacts`, 'form-contacts-rhythm', 'Record what was agreed', () => ({
    every: step.every, method: step.method
  })),

  async acknowledge (page, re, step) {
    if (step.points) {
      const saved = await define(page, re, step.points)
      if (!saved.accepted) return saved
    }
    return at(page, `${re}/acknowledgement`, 'form-acknowledgement', 'Send the acknowledgement', async () => ({
      officer: await who(page, 'form-acknowledgement', 'officer', step.officer), 'needs-asked': 'yes', updates: 'none'
    }))
  },

  'confirm-definition': (page, re) => at(page, `${re}/definition`, 'form-definition-confirmation', 'Record it', () => ({
    right: 'yes'
  })),

  'record-evidence': (page, re, step) => at(page, `${re}/evidence`, 'form-evidence', 'Add the evidence', () => ({
    what: step.what, from: step.from
  })),

  'update-resident': (page, re, step) => at(page, `${re}/contacts`, 'form-contacts-update', 'Send the update', () => ({
    text: step.text
  })),

  'add-point': (page, re, step) => at(page, `${re}/points`, 'form-points-addition', 'Add the issue', () => ({
    text: step.text, outcome: step.outcome, related: step.related ? 'yes' : 'no', responsibility: step.responsibility
  })),

  extend: (page, re, step) => at(page, `${re}/extension`, 'form-extension', 'Extend the response', () => ({
    to: typed(step.to),
    reason: step.reason,
    agreed: step.agreed ? 'yes' : 'no',
    updates: step.updates ?? '5 working days',
    'updates-by': step['updates-by']
  })),

  find: (page, re, step) => at(page, `${re}/findings`, `form-findings-${step.point}`, /^Save the finding/, () => ({
    [`${step.point}-finding`]: step.finding,
    [`${step.point}-weighed`]: step.weighed,
    [`${step.point}-reasons`]: step.reasons,
    [`${step.point}-cites`]: step.cites.join('\n'),
    [`${step.point}-fault`]: step.fault,
    [`${step.point}-met`]: step['outcome-met'],
    [`${step.point}-met-why`]: step['outcome-why']
  })),

  'offer-remedy': (page, re, step) => at(page, `${re}/remedies`, 'form-remedies', 'Offer this remedy', () => ({
    kind: step.kind, what: step.what, point: step.point, due: step.due && typed(step.due), owner: step.owner, amount: step.amount, head: step.head
  })),

  'raise-action': (page, re, step) => at(page, `${re}/remedies`, 'form-remedies-promise', 'Promise it', () => ({
    'promise-what': step.what, 'promise-owner': step.owner, 'promise-due': typed(step.due)
  })),

  respond: (page, re, step) => at(page, `${re}/response`, 'form-response', 'Mark as sent', () => ({
    'apology-words': step.apology && 'We are sorry. We let you down and should have done better.',
    channel: step.channel ?? 'letter'
  })),

  'request-escalation': (page, re, step) => at(page, `${re}/escalation`, 'form-escalation', 'Record the request', () => ({
    channel: step.channel, reason: step.reason
  })),

  async escalate (page, re, step) {
    const form = 'form-escalation-acceptance'
    await page.goto(`${re}/escalation`)
    const officer = await who(page, form, 'officer', step.officer)
    return officer === null ? notOffered(page) : send(page, form, { officer }, 'Take it to stage 2')
  },

  'complete-action': (page, re, step) => at(page, `${re}/actions`, `form-actions-${step.id}-completion`, 'Mark it done', () => ({
    [`${step.id}-proof`]: step.proof
  })),

  // Where no lesson is on record yet, the page that closes the case asks for it.
  close: (page, re, step) => at(page, `${re}/closure`, 'form-closure', 'Close the case', () => ({
    reason: step.reason,
    'contacted-on': step['contacted-on'] && typed(step['contacted-on']),
    cause: step.learned?.cause,
    lesson: step.learned?.lesson,
    'lesson-owner': step.learned?.owner
  }))
}
