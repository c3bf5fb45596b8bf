import { readFileSync } from 'node:fs'
import path from 'node:path'

const SOURCES = path.resolve(__dirname, '../../src')

/**
 * What a page learns from the address that a message opens: its parameters as it reads them, by its own source.
 * @throws Error when there is no such page, or the address names a parameter that the page does not read
 */
export function openedPage(address: string): { page: string; params: Record<string, string> } {
  const { pathname, searchParams } = new URL(address, 'https://page')
  const source = readFileSync(path.join(SOURCES, `${pathname}.tsx`), 'utf8')
  const read = /const \{ ([^}]*) \} = usePageParams\(\)/.exec(source)?.[1] ?? ''
  const names = read.split(',').map(part => part.trim().split(/\W/)[0])
  const params = Object.fromEntries(searchParams)
  const strays = Object.keys(params).filter(name => !names.includes(name))
  if (strays.length > 0) throw new Error(`${pathname} reads ${names}, not ${strays}`)
  return { page: pathname.slice(1), params }
}
