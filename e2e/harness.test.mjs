// What looks at the pages must itself be able to find fault.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'

import { openBrowser, openWindow } from './browser.mjs'
import { choose, press, tabTo, thereAndBack, typeInto } from './keyboard.mjs'
import { faults } from './look.mjs'

const frame = body => `<!doctype html><html lang="en-GB"><title>Sample</title><main><h1>Sample</h1>${body}</main></html>`

const pages = {
  '/good': frame('<p>Nothing is wrong here.</p>'),
  '/image': frame('<img src="/dot" width="9" height="9">'),
  '/wide': frame('<div style="width: 900px">wide</div>'),
  '/lost': frame('<style>@media (max-width: 40em) { .late { display: none } }</style><a class="late" href="/good">Only on a wide screen</a>'),
  '/cut': frame('<p style="width: 40px; overflow: hidden; white-space: nowrap">These words are cut off by their own box</p>'),
  '/paper': frame('<nav>Menu</nav><details><summary>More</summary><p>Shut on paper</p></details>'),
  '/under': frame(`<style>.rd-promise { position: sticky; top: 0; background: #fff; height: 300px }</style>
    <div class="rd-promise">Bar</div>${'<p><a href="/good">One of many</a></p>'.repeat(80)}`),
  '/script': frame('<script>document.title = "scripts run"</script>'),
  '/bare': '<p>Neither title nor language.</p>',
  '/form': frame(`<form action="/good"><label>Name <input name="name"></label>
    <label><input type="radio" name="who" value="a"> A</label> <label><input type="radio" name="who" value="b" id="b"> B</label>
    <label><input type="checkbox" name="sure"> Sure</label> <button>Send</button></form>
    <a href="/good" style="outline: none">Dull</a>`)
}

let server, browser, window

before(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url.split('?')[0]]
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' }).end(page ?? '')
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  browser = await openBrowser()
  window = await openWindow(browser, { url: `http://127.0.0.1:${server.address().port}` })
})

after(async () => {
  await browser?.close()
  server?.close()
})

async function found (path) {
  await window.page.goto(path)
  return await faults(window.page, path.slice(1))
}

test('a page without fault passes', async () => assert.deepEqual(await found('/good'), []))

test('axe sees a picture without words', async () => assert.match((await found('/image')).join(), /image-alt/))

test('a page that scrolls sideways on a phone and when enlarged is seen', async () => {
  const wrong = await found('/wide')
  assert.equal(wrong.length, 3)
  assert.match(wrong.join(), /phone.*zoomed.*closest/s)
})

test('a link that goes lost when enlarged is seen', async () => {
  assert.match((await found('/lost')).join(), /phone: out of reach: A.*zoomed: out of reach/s)
})

test('words that their box cuts off are seen', async () => assert.match((await found('/cut')).join(), /wide: cut off/))

test('what does not belong on paper, and what stays shut there, is seen', async () => {
  assert.match((await found('/paper')).join(), /on paper: <nav.*shut on paper: More/s)
})

test('a page that ships a script is seen, and the script did not run', async () => {
  assert.match((await found('/script')).join(), /ships a script/)
  assert.equal(await window.page.title(), 'Sample')
})

test('a page without title, language or heading is seen', async () => {
  assert.match((await found('/bare')).join(), /title.*language.*heading/s)
})

test('a form is filled and sent by keyboard alone', async () => {
  const { page } = window
  await page.goto('/form')
  await typeInto(page, page.getByLabel('Name'), 'Joyce')
  await choose(page, page.locator('#b'))
  await choose(page, page.getByLabel('Sure'))
  await press(page, page.getByRole('button', { name: 'Send' }))
  assert.match(page.url(), /\/good\?name=Joyce&who=b&sure=on$/)
})

test('focus that hides under the bar is seen', async () => {
  const { page } = window
  await page.goto('/under')
  await assert.rejects(thereAndBack(page), /lies under rd-promise/)
})

test('a link whose focus cannot be seen, and one that is not there, are found', async () => {
  const { page } = window
  await page.goto('/form')
  await assert.rejects(tabTo(page, page.getByRole('link', { name: 'Dull' })), /cannot be seen/)
  await assert.rejects(tabTo(page, page.getByRole('heading'), 20), /do not reach/)
})
