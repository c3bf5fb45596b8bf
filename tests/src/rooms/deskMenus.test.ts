import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tools } from '@/rooms/tools'

const source = (page: string) => {
  const [room, name] = page.split('/')
  return readFileSync(join(__dirname, `../../../src/rooms/${room}/pages/${name}/index.tsx`), 'utf8')
}

test.each(tools.map(({ page }) => page))(
  '%s stands beside the menu of the back office in a wide window',
  page => {
    expect(source(page)).toContain(`<DeskMenu here="${page}" />`)
  },
)

test('every tool has one name and one icon of its own', () => {
  expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length)
  expect(new Set(tools.map(({ icon }) => icon)).size).toBe(tools.length)
})
