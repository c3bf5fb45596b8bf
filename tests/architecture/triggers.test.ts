import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const house = path.join(__dirname, '../..')
const functions = path.join(house, 'cloudfunctions')

/** What docs/operations.md calls each time at which something runs. */
const times: Record<string, string> = {
  'every minute': '0 * * * * * *',
  'every minute, at its seventh second': '7 * * * * * *',
  'every five minutes': '0 */5 * * * * *',
  'hourly, at five past': '0 5 * * * * *',
}

interface Config {
  triggers?: { name: string; config: string }[]
}

function configured(): string[] {
  const rooms = readdirSync(functions, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return rooms.flatMap(({ name: room }) => {
    const file = path.join(functions, room, 'config.json')
    // What no config.json makes a function is code that functions share.
    if (!readdirSync(path.dirname(file)).includes('config.json')) return []
    const { triggers = [] } = JSON.parse(readFileSync(file, 'utf8')) as Config
    return triggers.map(({ name, config }) => `${room}.${name} ${config}`)
  })
}

function documented(): string[] {
  const [, table = ''] = readFileSync(path.join(house, 'docs/operations.md'), 'utf8').split(
    '| Timer | Runs |',
  )
  const rows = (table.split('\n\n')[0] ?? '').split('\n').filter(row => row.startsWith('| `'))
  return rows.flatMap(row => {
    const [, timers = '', runs = ''] = row.split('|').map(cell => cell.trim())
    return Array.from(timers.matchAll(/`([^`]+)`/g), ([, timer]) => `${timer} ${times[runs] ?? runs}`)
  })
}

test('the manual has every timer, at the time at which it runs', () => {
  expect(configured()).toContain('access.tend 7 * * * * * *')
  expect(documented().sort()).toEqual(configured().sort())
})
