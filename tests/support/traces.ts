import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestCloud } from './localCloud'
import type { TestPerson } from './people'

const ROOMS = path.join(__dirname, '../../cloudfunctions')

/** Collections that go on naming whoever has gone, and why that is right. */
const naming = new Set([
  // It is HR's list that there is such an employee.
  'identity_employees',
  'identity_roster',
  // What was done in an office, and that somebody asked to be deleted, is answered for.
  'access_audit',
  // Results of commands, gone by themselves within a week; the record of the back office on its way there.
  'platform_receipts',
])

/** Every collection that a room has declared, but those. */
const rooms = readdirSync(ROOMS)
  .map(room => path.join(ROOMS, room, 'collections.json'))
  .filter(file => existsSync(file))
  .flatMap(file => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object))
  .filter(name => !naming.has(name))

/** Where the rooms still know somebody by name or number; what others wrote or were told, and who likes what, apart. */
export async function tracesOf(cloud: TestCloud, { employeeId, name }: TestPerson): Promise<string[]> {
  const found = await Promise.all(
    rooms.map(async room => {
      const documents = await cloud.dump<Record<string, unknown>>(room)
      const own = documents.map(({ likers: _likers, ...rest }) => rest)
      return own
        .filter(document => !String(document.body).startsWith('写给'))
        .filter(document => room !== 'notice_messages' || document.employeeId === employeeId)
        .filter(document => [employeeId, name].some(word => JSON.stringify(document).includes(word)))
        .map(({ _id }) => `${room}/${String(_id)}`)
    }),
  )
  return found.flat()
}
