import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { contracts, type Room } from '@domain/contracts'
import { sampleCalls } from '../support/sampleInputs'

/** The door of a room: what it is, it has from other files. */
const DOOR_LINES_MAX = 30
const FUNCTIONS = path.resolve(__dirname, '../../cloudfunctions')
const rooms = Object.keys(contracts) as Room[]

jest.mock('@platform/serve', () => ({ serve: (room: string, doors: object) => ({ room, doors }) }))

interface Served {
  main: { room: string; doors: { contract: object; handlers: Record<string, unknown> } }
}

const read = (room: string, file: string) => readFileSync(path.join(FUNCTIONS, room, file), 'utf8')

test('every contract is a function that can be deployed, and no other is', () => {
  const deployable = readdirSync(FUNCTIONS).filter(folder =>
    existsSync(path.join(FUNCTIONS, folder, 'config.json')),
  )
  expect(deployable.sort()).toEqual([...rooms].sort())
})

test.each(rooms)('%s answers every procedure of its contract and no other', room => {
  const { main } = jest.requireActual<Served>(path.join(FUNCTIONS, room, 'index.ts'))
  expect(main.room).toBe(room)
  expect(main.doors.contract).toBe(contracts[room])
  expect(Object.keys(main.doors.handlers).sort()).toEqual(Object.keys(contracts[room]).sort())
  for (const handler of Object.values(main.doors.handlers)) expect(handler).toBeDefined()
})

test.each(rooms)('%s has a door that can be read at a glance', room => {
  expect(read(room, 'index.ts').trimEnd().split('\n').length).toBeLessThanOrEqual(DOOR_LINES_MAX)
})

const storing = rooms.filter(room => existsSync(path.join(FUNCTIONS, room, 'collections.json')))

test.each(storing)('the collections of %s are named in its store alone', room => {
  const collections = Object.keys(JSON.parse(read(room, 'collections.json')) as Record<string, unknown>)
  const named = new RegExp(`['"\`](${collections.join('|')})\\b`)
  const naming = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .filter(file => named.test(readFileSync(path.join(FUNCTIONS, file), 'utf8')))
  expect(naming).toEqual([path.join(room, 'store.ts')])
})

test.each(sampleCalls)('$name has a sample input of the right form', ({ procedure, input }) => {
  expect(procedure.input.safeParse(input)).toMatchObject({ success: true })
})
