import { access, waitingKinds } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { type Grant, permissionsOf, roles } from '@domain/access/roles'
import { identity } from '@domain/identity/contract'
import { type OutputOf, requestsMax } from '@domain/kernel/contract'
import type { RebindDocument } from '../../../cloudfunctions/identity/store'
import { billed } from '../../support/billed'
import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { associationIds, insertPeople, people, type TestPerson } from '../../support/people'
import { personOf } from '../../support/unionWorld'

type Inbox = OutputOf<typeof access.openInbox>

const NOW = '2026-11-24T08:00:00+08:00'
const { lin, chen, wang, tang, guo } = people

/** Somebody with two roles at once. */
const both: TestPerson = {
  ...lin,
  employeeId: 'VC000002',
  openid: 'wx-both',
  grants: [{ role: 'hr' }, { role: 'president', scopeId: associationIds.photo }],
}

const everything: TestPerson = {
  ...lin,
  employeeId: 'VC000003',
  openid: 'wx-everything',
  grants: Object.values(people).flatMap(({ grants }) => grants),
}

/** As many as a session counts: with one kind switched off, it asks once more. */
const UNREAD_MAX = 500

function rebind(index: number): RebindDocument {
  return {
    _id: `rebind-${String(index).padStart(3, '0')}`,
    employeeId: chen.employeeId,
    applicant: personOf(chen),
    openid: `wx-renewed-${index}`,
    newPhone: '13600000000',
    newPhoneMasked: '136****0000',
    oldPhoneMasked: '138****0117',
    reason: '换了手机',
    agreedPrivacyVersion: '1',
    askedAt: Date.parse(NOW) - index * 60_000,
    state: 'pending',
    decision: null,
  }
}

const application = {
  _id: `${associationIds.photo}:${chen.employeeId}`,
  associationId: associationIds.photo,
  associationName: '光影摄影社',
  associationCoverFileId: 'cloud://local/cover.jpg',
  employeeId: chen.employeeId,
  applicant: personOf(chen),
  answers: [],
  reason: '想学布光',
  state: 'pending',
  appliedAt: Date.parse(NOW) - 90_000,
  appliedKey: '',
  decidedKey: null,
  trail: [],
}

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine, [...Object.values(people), both])
  await cloud.engine.insertMany('union_memberships', [application])
})
afterAll(() => cloud.close())

const open = async (openid: string) => expectData(await cloud.call<Inbox>(openid, 'access.openInbox'))

test('puts the work of all roles into one list, the oldest first', async () => {
  await cloud.engine.insertMany('identity_rebinds', [{ ...rebind(1) }, { ...rebind(2) }])
  const inbox = await open(both.openid)
  expect(inbox.waiting.map(({ id }) => id)).toEqual(['rebind-002', application._id, 'rebind-001'])
  expect(inbox.waiting[0]).toEqual({
    kind: 'rebind',
    id: 'rebind-002',
    place: '换绑',
    person: personOf(chen),
    title: '陈嘉禾想换绑',
    summary: '换了手机',
    since: Date.parse(NOW) - 120_000,
  })
  const none = Object.fromEntries(waitingKinds.map(kind => [kind, 0]))
  expect(inbox.counts).toEqual({ ...none, application: 1, rebind: 2 })
  expect(inbox.more).toBe(false)
})

test('asks only the rooms whose work the caller may do', async () => {
  expect((await open(wang.openid)).waiting.every(({ kind }) => kind === 'rebind')).toBe(true)
  expect((await open(tang.openid)).waiting.map(({ kind }) => kind)).toEqual(['application'])
  expect((await open(guo.openid)).waiting).toEqual([])
  const asked = (await cloud.log('access.openInbox')).at(-1)?.databaseRequests
  expect(asked?.map(({ collection }) => collection)).toEqual(['identity_employees', 'forum_reviews'])
})

test('costs whoever has every role no more requests than it says, and so does the session that counts it', async () => {
  await insertPeople(cloud.engine, [everything])
  const unread = Array.from({ length: UNREAD_MAX }, (_notice, index) => ({
    _id: `unread-${index}`,
    employeeId: everything.employeeId,
    kind: 'reply',
    read: false,
    at: Date.parse(NOW),
  }))
  await cloud.engine.insertMany('notice_messages', unread)
  await cloud.engine.insertMany('notice_permissions', [
    { _id: everything.employeeId, left: {}, off: ['reply'] },
  ])
  const over = { endsAt: Date.parse(NOW) - 3_600_000, startsAt: Date.parse(NOW) - 7_200_000 }
  await cloud.engine.insertMany('booking_sessions', [
    { _id: 'ride', kind: 'event', title: '骑行', hostScopeId: associationIds.photo, ...over },
  ])
  const told = { what: 'came', at: Date.parse(NOW) - 60_000 }
  await cloud.engine.insertMany('booking_places', [
    { _id: 'ride:chen', sessionId: 'ride', state: 'confirmed', person: personOf(chen), told, ...over },
  ])
  await open(everything.openid)
  expectData(await cloud.call(everything.openid, 'identity.openSession'))
  const costOf = async (name: string) => billed((await cloud.log(name)).at(-1)?.databaseRequests ?? [])
  expect(await costOf('access.openInbox')).toBe(requestsMax(access.openInbox))
  expect(await costOf('identity.openSession')).toBe(requestsMax(identity.openSession))
})

test('tells which tools the caller may use', async () => {
  expect((await open(wang.openid)).permissions).toEqual([...roles.hr.permissions])
  expect(new Set((await open(both.openid)).permissions)).toEqual(
    new Set([...roles.hr.permissions, ...roles.president.permissions]),
  )
})

test('says that more may wait when a room has as much as it may list', async () => {
  const many = Array.from({ length: WAITING_MAX }, (_rebind, index) => ({ ...rebind(100 + index) }))
  await cloud.engine.insertMany('identity_rebinds', many)
  const inbox = await open(wang.openid)
  expect(inbox.waiting).toHaveLength(WAITING_MAX)
  expect(inbox.more).toBe(true)
})

test.each(Object.values(people).filter(({ registered }) => registered))(
  'the session of $name tells whether 管理 is there, as the inbox itself does',
  async ({ openid }) => {
    const session = await cloud.call<{ waiting: number | null }>(openid, 'identity.openSession')
    const inbox = await cloud.call<{ waiting: unknown[] }>(openid, 'access.openInbox')
    expect(expectData(session).waiting).toBe(inbox.ok ? inbox.data.waiting.length : null)
  },
)

test('whoever runs an official account may speak as it and choose what others read, and its desk is empty', async () => {
  const session = await cloud.call<{ waiting: number | null; me: { grants: Grant[] } }>(
    people.voice.openid,
    'identity.openSession',
  )
  const { waiting, me } = expectData(session)
  expect({ waiting, permissions: permissionsOf(me.grants) }).toEqual({
    waiting: 0,
    permissions: ['access.inbox', 'forum.speak', 'forum.feature'],
  })
})

test('forgets receipts of commands when their week is over, and keeps audits', async () => {
  const decide = { rebindId: 'rebind-001', decision: 'refuse', reason: '没有对上' }
  expectData(await cloud.call(wang.openid, 'identity.decideRebind', decide, 'deciding-1'))
  expect(await cloud.dump('platform_receipts')).toHaveLength(1)
  await cloud.clock('2026-12-02T08:00:00+08:00')
  await cloud.timer('access', 'tend')
  const kept = await cloud.dump<{ audit?: { by: string } }>('platform_receipts')
  expect(kept.map(({ audit }) => audit?.by)).toEqual([wang.employeeId])
})
