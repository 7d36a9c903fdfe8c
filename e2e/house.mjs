// A landlord of its own for a journey: entered by the command line, its people signed in through the pages.

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { openWindow } from './browser.mjs'
import { clock, startProgram } from './program.mjs'

const run = promisify(execFile)

/// What everybody chooses when they first sign in, with their name in it.
const chosen = login => `kettles sing for ${login} on mornings`

/// Enters Rowan Homes under `pack`, and `people` ({ login: role }), as on the day `at`.
export async function foundHouse ({ pack, people, at }) {
  const folder = await mkdtemp(join(tmpdir(), 'redress-journey-'))
  const data = join(folder, 'data')
  const landlord = ['--landlord', 'Rowan Homes', '--address', 'Rowan Homes, 4 Mill Street, Otterford, OT1 2AB']
  const reach = ['--telephone', '01632 960100', '--email', 'complaints@rowan-homes.example']
  await redress(['init', ...landlord, ...reach, '--policy', pack, '--from', '2024-12-01', '--letters-count-at-once', '--data', data], at)
  const passwords = {}
  for (const [login, role] of Object.entries(people)) {
    const said = await redress(['user', 'add', login, '--name', named(login), '--role', role, '--data', data], at)
    passwords[login] = said.trim().split(' ').pop()
  }
  return new House(folder, data, passwords)
}

/// What the command line answers, on the day `at`.
export async function redress (args, at) {
  const { stdout } = await run(process.env.REDRESS_BIN, args, {
    env: { ...process.env, ...clock(at) }, maxBuffer: 64 * 1024 * 1024
  })
  return stdout
}

export const named = login => login[0].toUpperCase() + login.slice(1)

class House {
  constructor (folder, data, passwords) {
    Object.assign(this, { folder, data, passwords, program: null, browser: null, at: null, windows: {} })
  }

  /// It is now `at`: the program is started anew on the same records. Everybody has to sign in again.
  async when (at, browser) {
    await this.close()
    Object.assign(this, { at, browser })
    this.program = await startProgram({ command: 'serve', folder: this.data, at })
  }

  /// The window of somebody signed in.
  async window (login) {
    if (this.windows[login]) return this.windows[login]
    const window = await openWindow(this.browser, { url: this.program.url })
    const { page } = window
    await page.goto('/session')
    await page.getByLabel('Name for signing in').fill(login)
    await page.getByLabel('Password').fill(this.passwords[login])
    await page.getByRole('button', { name: 'Sign in' }).click()
    if (page.url().endsWith('/session/password')) {
      await page.getByLabel('The password you have now').fill(this.passwords[login])
      await page.getByLabel('New password').fill(chosen(login))
      await page.getByRole('button', { name: 'Change password' }).click()
      this.passwords[login] = chosen(login)
    }
    return (this.windows[login] = window)
  }

  /// What the browsers complained about since they were last asked.
  complaints () {
    return Object.values(this.windows).flatMap(window => window.complaints.splice(0))
  }

  async close () {
    for (const window of Object.values(this.windows)) await window.close()
    this.windows = {}
    await this.program?.stop()
    this.program = null
  }

  async end () {
    await this.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}
