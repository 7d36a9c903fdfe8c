// Goes through the program by its links, as one person: every kind of page once or twice, whichever page leads there.

/// The kind of a page: its address with what tells one case, person or paper from another taken out.
export function kindOf (path) {
  return path
    .replace(/[?#].*$/, '')
    .replace(/^\/complaints\/RH-[^/]+/, '/complaints/{ref}')
    .replace(/\/letters\/\d+/, '/letters/{number}')
    .replace(/\/clocks\/(\w+)[^/]*$/, '/clocks/{$1}')
    .replace(/^\/users\/(?!new$)[^/]+/, '/users/{id}')
    .replace(/^\/searches\/[^/]+/, '/searches/{id}')
    .replace(/^\/policies\/[^/]+/, '/policies/{pack}')
    .replace(/^\/mail\/[^/]+/, '/mail/{id}')
    .replace(/^\/post\/batches\/[^/]+/, '/post/batches/{id}')
}

/// Papers and lists that are handed out, and what a link must not do.
const handedOut = /\.(csv|pdf)$|\/paper$|\/files\/|\/original$|\/letters\/\d+\/post$|^\/health$/

/// Calls `visit(page, path)` on each page that links lead to from `first`, where `wanted(kind)` says so.
export async function walk (page, { first, wanted, visit }) {
  const waiting = [...first]
  const listed = new Set(first)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (!first.includes(path) && !wanted(kindOf(path))) continue
    await page.goto(path)
    await visit(page, path)
    const links = await page.locator('a[href^="/"]').evaluateAll(all => all.map(link => link.getAttribute('href')))
    for (const link of links.map(link => link.replace(/#.*$/, ''))) {
      if (!link || handedOut.test(link.replace(/\?.*$/, '')) || listed.has(link)) continue
      listed.add(link)
      waiting.push(link)
    }
  }
}
