import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { roles } from '@domain/access/roles'
import { expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people } from '../../support/people'
import { type SampleCall, sampleCalls } from '../../support/sampleInputs'

const NOW = '2026-11-24T12:00:00+08:00'
const UNTIL = Date.parse('2026-11-27T12:00:00+08:00')
const FUNCTIONS = ['forum', 'identity', 'knowledge', 'union']

/** Somebody whom no role keeps out. */
const talker = {
  ...people.lin,
  grants: Object.keys(roles).map(role => ({ role: role as keyof typeof roles })),
}

const picture = { fileId: 'cloud://wo-local.wo-local/uploads/none.jpg' }
const publishing = sampleCalls.flatMap(({ name, procedure, input }): SampleCall[] =>
  procedure.kind === 'command' && procedure.publishes
    ? [{ name, procedure, input: name === 'identity.changeAvatar' ? picture : input }]
    : [],
)

let cloud: TestCloud
let closed: TestCloud
let functionsDir: string

beforeAll(async () => {
  functionsDir = await mkdtemp(path.join(tmpdir(), 'wo-closed-'))
  await cp(path.resolve('dist/cloudfunctions'), functionsDir, { recursive: true })
  // Stands for the variable that operations set for these functions in the console of the cloud.
  for (const name of FUNCTIONS) {
    const bundle = path.join(functionsDir, name, 'index.js')
    await writeFile(bundle, `process.env.UGC_ENABLED = 'false'\n${await readFile(bundle, 'utf8')}`)
  }
  cloud = await startTestCloud({ clock: NOW })
  closed = await startTestCloud({ clock: NOW, functionsDir })
  for (const one of [cloud, closed]) await insertPeople(one.engine, [talker])
  await changePerson(cloud.engine, talker, { mutedUntil: UNTIL })
})
afterAll(async () => {
  await cloud.close()
  await closed.close()
  await rm(functionsDir, { recursive: true, force: true })
})

test('these show colleagues what somebody has written or photographed', () => {
  expect(publishing.map(({ name }) => name).sort()).toEqual([
    'forum.addComment',
    'forum.createPost',
    'forum.editAccount',
    'forum.editPost',
    'identity.changeAvatar',
    'knowledge.suggestTerm',
    'union.addEventPhotos',
    'union.addPhotos',
    'union.createEvent',
    'union.editAssociation',
    'union.editEvent',
    'union.proposeAssociation',
    'union.writeRecap',
  ])
})

test.each(publishing)(
  '$name takes nothing of whom was muted, and tells until when',
  async ({ name, input }) => {
    const reply = await cloud.call(talker.openid, name, input, newRequestId())
    expectError(name, reply, 'FORUM_MUTED')
    expect(reply).toMatchObject({ error: { kind: 'limited', againAt: UNTIL } })
  },
)

test.each(publishing)('$name takes nothing while publishing is switched off', async ({ name, input }) => {
  expectError(name, await closed.call(talker.openid, name, input, newRequestId()), 'FORUM_CLOSED')
})

test('an application reaches its president alone: it goes on while publishing is switched off, but not of whom was muted', async () => {
  const { name, input } = sampleCalls.find(sample => sample.name === 'union.apply') as SampleCall
  expectError(name, await cloud.call(talker.openid, name, input, newRequestId()), 'FORUM_MUTED')
  const reply = await closed.call(talker.openid, name, input, newRequestId())
  expectError(name, reply, 'UNION_ASSOCIATION_MISSING')
})

test('whoever was muted may still take a picture of their own away', async () => {
  const reply = await cloud.call(talker.openid, 'identity.changeAvatar', {}, newRequestId())
  expect(reply).toEqual({ ok: true, data: { avatar: null } })
})

test.each(['operations', 'release-checklist'])(
  'docs/%s.md names each function that reads the switch',
  async page => {
    const words = await readFile(path.resolve('docs', `${page}.md`), 'utf8')
    const rooms = [...new Set(publishing.map(({ name }) => name.split('.')[0]))].sort()
    expect(rooms).toEqual(FUNCTIONS)
    const line = words.split('\n').find(one => one.includes('`UGC_ENABLED') && one.includes('environments'))
    expect(rooms.filter(room => !line?.includes(`\`${room}\``))).toEqual([])
  },
)
