// Starts the program on a folder of its own and stops it again, by its process id.

import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const binary = process.env.REDRESS_BIN
const patience = 180_000
const libraries = readdirSync('/usr/lib').map(name => join('/usr/lib', name))

/// What the program's surroundings hold so that it believes it is `at` ("2025-04-07 10:00:00", London). The library is
/// preloaded: the faketime program would stand between us and the process that we want to stop.
export function clock (at) {
  if (at === null) return {}
  const library = libraries.map(folder => join(folder, 'faketime/libfaketime.so.1')).find(existsSync)
  if (!library) throw new Error('libfaketime is not here (Debian: apt-get install faketime)')
  return { LD_PRELOAD: library, FAKETIME: `@${at}`, FAKETIME_DONT_FAKE_MONOTONIC: '1', TZ: 'Europe/London' }
}

/// Starts `redress COMMAND --listen 127.0.0.1:PORT --data FOLDER` and waits until it answers, as if it were `at`.
export async function startProgram ({ command = 'demo', folder = null, at = null, env = {} } = {}) {
  if (!binary) throw new Error('REDRESS_BIN names no program; run `cargo xtask e2e`')
  const made = folder === null
  const data = folder ?? await mkdtemp(join(tmpdir(), 'redress-e2e-'))
  const address = `127.0.0.1:${await freePort()}`
  const args = [command, '--listen', address, '--data', data]
  const child = spawn(binary, args, { env: { ...process.env, ...clock(at), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => said.push(text))
  }
  let ended = null
  const end = new Promise(resolve => child.once('exit', (code, signal) => resolve(ended = { code, signal })))

  const stop = async () => {
    if (ended === null) {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await end
      clearTimeout(late)
    }
    if (made) await rm(data, { recursive: true, force: true })
    return ended
  }

  const url = `http://${address}`
  const until = Date.now() + patience
  while (!await answers(`${url}/health`)) {
    if (ended !== null || Date.now() > until) {
      await stop()
      throw new Error(`the program did not answer:\n${said.join('')}`)
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return { url, data, stop, said: () => said.join('') }
}

async function answers (url) {
  try {
    const { status } = await fetch(url, { redirect: 'manual' })
    return status === 200
  } catch {
    return false
  }
}

function freePort () {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
