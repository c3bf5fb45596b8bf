import { ATTEMPTS_MAX } from '@domain/identity/attempts'
import type { EmployeeDocument, RebindDocument } from '../../../cloudfunctions/identity/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, phoneCode, registrationOf } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const WARNING = '有人申请换绑你的账号'
const { lin, wang, ding, chen } = people

let cloud: TestCloud
let colleagues = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

/** A registered colleague of a test's own, and the new WeChat account they come with. */
async function colleague(): Promise<TestPerson & { newOpenid: string }> {
  colleagues += 1
  const digits = String(colleagues).padStart(3, '0')
  const person = {
    ...lin,
    employeeId: `VC910${digits}`,
    openid: `wx-old-${digits}`,
    phone: `13500000${digits}`,
  }
  await insertPeople(cloud.engine, [person])
  return { ...person, newOpenid: `wx-renewed-${digits}` }
}

/** Nobody else has it: two who work here can't have one phone. */
const newPhoneOf = ({ phone }: TestPerson) => `136${phone.slice(3)}`
const maskedOf = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`

function requestOf(person: TestPerson, changes: object = {}) {
  return {
    ...registrationOf(person),
    phoneCode: phoneCode(newPhoneOf(person)),
    reason: '换了手机和微信',
    ...changes,
  }
}

const request = (openid: string, form: object, requestId = newRequestId()) =>
  cloud.call(openid, 'identity.requestRebind', form, requestId)

const decide = (openid: string, input: object, requestId = newRequestId()) =>
  cloud.call(openid, 'identity.decideRebind', { reason: '当面核对过', ...input }, requestId)

async function rebindsOf(employeeId: string): Promise<RebindDocument[]> {
  const all = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
  return all.filter(rebind => rebind.employeeId === employeeId)
}

async function waiting(): Promise<{ person: Awaited<ReturnType<typeof colleague>>; rebindId: string }> {
  const person = await colleague()
  expectData(await request(person.newOpenid, requestOf(person)))
  const [rebind] = await rebindsOf(person.employeeId)
  return { person, rebindId: rebind?._id ?? '' }
}

async function employee(id: string): Promise<EmployeeDocument | undefined> {
  const all = await cloud.dump<EmployeeDocument & Record<string, unknown>>('identity_employees')
  return all.find(({ _id }) => _id === id)
}

/** What HR's decision told a colleague or, if asked for, the warnings before it. */
async function noticesOf(employeeId: string, warnings = false): Promise<NoticeDocument[]> {
  const all = await cloud.dump<NoticeDocument & Record<string, unknown>>('notice_messages')
  return all.filter(notice => notice.employeeId === employeeId && (notice.title === WARNING) === warnings)
}

test('sets a request down for HR, with phones masked', async () => {
  const { person, rebindId } = await waiting()
  const { rebind } = expectData(
    await cloud.call<{ rebind: object }>(wang.openid, 'identity.openRebind', { rebindId }),
  )
  expect(rebind).toEqual({
    rebindId,
    applicant: {
      employeeId: person.employeeId,
      name: person.name,
      site: person.site,
      department: person.department,
    },
    oldPhoneMasked: maskedOf(person.phone),
    newPhoneMasked: maskedOf(newPhoneOf(person)),
    reason: '换了手机和微信',
    askedAt: Date.parse(NOW),
    state: 'pending',
  })
})

test('answers the same when number and name belong to nobody, and sets nothing down', async () => {
  const person = await colleague()
  const right = await request('wx-right', requestOf(person))
  const wrong = [
    await request('wx-wrong-1', requestOf(person, { name: '不是我' })),
    await request('wx-wrong-2', requestOf(person, { employeeId: 'VC999999' })),
    await request('wx-wrong-3', requestOf(ding)),
  ]
  for (const reply of wrong) expect(reply).toEqual(right)
  expect(await rebindsOf(person.employeeId)).toHaveLength(1)
  expect(await rebindsOf('VC999999')).toEqual([])
  expect(await rebindsOf(ding.employeeId)).toEqual([])
})

test('sets one request down however often it is repeated', async () => {
  const person = await colleague()
  const requestId = newRequestId()
  const first = await request(person.newOpenid, requestOf(person), requestId)
  expect(await request(person.newOpenid, requestOf(person), requestId)).toEqual(first)
  expect(await rebindsOf(person.employeeId)).toHaveLength(1)
})

test('counts no attempt for a second number under one requestId', async () => {
  const [one, other] = [await colleague(), await colleague()]
  const requestId = newRequestId()
  expectData(await request('wx-locking', requestOf(one), requestId))
  const reply = await request('wx-locking', requestOf(other), requestId)
  expectError('identity.requestRebind', reply, 'REQUEST_ID_REUSED')
  const counted = (await cloud.dump('identity_attempts')).map(({ _id }) => _id)
  expect(counted).toContain(`employee.${one.employeeId}`)
  expect(counted).not.toContain(`employee.${other.employeeId}`)
})

test('warns the account that is bound, in no words of whoever asked', async () => {
  const { person } = await waiting()
  const session = await cloud.call(person.openid, 'identity.openSession')
  expect(expectData(session)).toMatchObject({ standing: 'employee', unread: 1 })
  const warnings = await noticesOf(person.employeeId, true)
  expect(warnings).toMatchObject([{ kind: 'account', title: WARNING, read: false }])
  expect(warnings[0]?.body).toContain(maskedOf(newPhoneOf(person)))
  expect(warnings[0]?.body).not.toContain('换了手机和微信')
})

test('lets one request of an applicant wait at a time, and another one once it is decided', async () => {
  const { person, rebindId } = await waiting()
  for (const _twice of [1, 2]) expectData(await request(person.newOpenid, requestOf(person)))
  expect(await rebindsOf(person.employeeId)).toHaveLength(1)
  expect(await noticesOf(person.employeeId, true)).toHaveLength(1)
  expectData(await request('wx-also', requestOf(person)))
  expectData(await decide(wang.openid, { rebindId, decision: 'refuse' }))
  expectData(await request(person.newOpenid, requestOf(person)))
  const states = (await rebindsOf(person.employeeId)).map(({ state }) => state)
  expect(states.sort()).toEqual(['pending', 'pending', 'refused'])
})

test('shows HR the requests of several applicants beside each other, and approves one of them', async () => {
  const person = await colleague()
  const bogus = requestOf(person, { phoneCode: phoneCode('13722220000'), reason: '手机丢了' })
  expectData(await request('wx-bogus', bogus))
  expectData(await request(person.newOpenid, requestOf(person)))
  expect(await noticesOf(person.employeeId, true)).toHaveLength(2)
  const made = await rebindsOf(person.employeeId)
  const [first, second] = ['wx-bogus', person.newOpenid].map(openid =>
    made.find(one => one.openid === openid),
  )
  const opened = await cloud.call(wang.openid, 'identity.openRebind', { rebindId: second?._id })
  expect(expectData(opened)).toMatchObject({
    others: [{ rebindId: first?._id, newPhoneMasked: '137****0000', reason: '手机丢了' }],
  })
  expectData(await decide(wang.openid, { rebindId: second?._id, decision: 'approve' }))
  expect(await employee(person.employeeId)).toMatchObject({
    openid: person.newOpenid,
    phone: newPhoneOf(person),
  })
  const late = await decide(wang.openid, { rebindId: first?._id, decision: 'approve' })
  expectError('identity.decideRebind', late, 'IDENTITY_REBIND_DECIDED')
  const refused = (await rebindsOf(person.employeeId)).find(({ _id }) => _id === first?._id)
  expect(refused).toMatchObject({ state: 'refused', newPhone: null, decision: { by: wang.employeeId } })
  const [notice] = await noticesOf(person.employeeId)
  expect(notice?.body).toContain('另外 1 个换绑申请没有通过')
})

test('moves account and phone together when HR approves, and tells the applicant', async () => {
  const { person, rebindId } = await waiting()
  const registeredAt = async ({ employeeId }: TestPerson) =>
    expectData(await cloud.call<{ registeredAt: number }>(wang.openid, 'identity.openMember', { employeeId }))
      .registeredAt
  const registered = await registeredAt(person)
  const reply = await decide(wang.openid, { rebindId, decision: 'approve' })
  expect(expectData(reply)).toEqual({ state: 'approved' })
  expect(await employee(person.employeeId)).toMatchObject({
    openid: person.newOpenid,
    phone: newPhoneOf(person),
  })
  const [notice] = await noticesOf(person.employeeId)
  expect(notice).toMatchObject({ kind: 'account', title: '换绑办好了', read: false })
  const session = await cloud.call(person.newOpenid, 'identity.openSession')
  expect(expectData(session)).toMatchObject({ standing: 'employee', unread: 2 })
  const old = await cloud.call(person.openid, 'identity.openSession')
  expect(expectData(old)).toMatchObject({ standing: 'stranger' })
  expect(await registeredAt(person)).toBe(registered)
  expect((await employee(person.employeeId))?.boundAt).toBe(Date.parse(NOW))
  const [rebind] = await rebindsOf(person.employeeId)
  expect(rebind).toMatchObject({ state: 'approved', newPhone: null, decision: { by: wang.employeeId } })
})

test('keeps what HR did and why, without a phone number', async () => {
  const { person, rebindId } = await waiting()
  await decide(wang.openid, { rebindId, decision: 'approve' })
  const receipts = await cloud.dump<{ audit?: { subject: string } }>('platform_receipts')
  const kept = receipts.find(({ audit }) => audit?.subject === `identity_rebinds/${rebindId}`)
  expect(kept?.audit).toMatchObject({
    by: wang.employeeId,
    after: { state: 'approved', reason: '当面核对过' },
  })
  expect(JSON.stringify(kept)).not.toContain(person.phone)
})

test('leaves everything as it was when HR refuses, and says why', async () => {
  const { person, rebindId } = await waiting()
  const input = { rebindId, decision: 'refuse', reason: '工牌没有对上' }
  expect(expectData(await decide(wang.openid, input))).toEqual({ state: 'refused' })
  expect(await employee(person.employeeId)).toMatchObject({ openid: person.openid, phone: person.phone })
  const [notice] = await noticesOf(person.employeeId)
  expect(notice?.body).toContain('工牌没有对上')
})

test('decides once, whether the request is repeated or two decide at once', async () => {
  const { person, rebindId } = await waiting()
  const requestId = newRequestId()
  const first = await decide(wang.openid, { rebindId, decision: 'approve' }, requestId)
  expect(await decide(wang.openid, { rebindId, decision: 'approve' }, requestId)).toEqual(first)
  const late = await decide(wang.openid, { rebindId, decision: 'refuse' })
  expectError('identity.decideRebind', late, 'IDENTITY_REBIND_DECIDED')
  expect(await noticesOf(person.employeeId)).toHaveLength(1)

  const other = await waiting()
  const both = await Promise.all(
    ['approve', 'refuse'].map(decision => decide(wang.openid, { rebindId: other.rebindId, decision })),
  )
  expect(both.filter(reply => reply.ok)).toHaveLength(1)
  expect(await noticesOf(other.person.employeeId)).toHaveLength(1)
})

test('is decided neither by whoever it would bind anew nor by their deputy', async () => {
  const own = { ...(await colleague()), grants: [{ role: 'hr' as const }] }
  await changePerson(cloud.engine, own, { grants: own.grants })
  expectData(await request(own.newOpenid, requestOf(own)))
  const [rebind] = await rebindsOf(own.employeeId)
  const input = { rebindId: rebind?._id, decision: 'approve' }
  expectError('identity.decideRebind', await decide(own.openid, input), 'IDENTITY_REBIND_OWN')
  const inbox = await cloud.call<{ waiting: { id: string }[] }>(own.openid, 'access.openInbox')
  expect(expectData(inbox).waiting.map(({ id }) => id)).not.toContain(rebind?._id)
  const deputy = await colleague()
  const days = { startsAt: Date.parse(NOW), endsAt: Date.parse(NOW) + 1 }
  const loan = { toEmployeeId: deputy.employeeId, ...days }
  expectData(await cloud.call(own.openid, 'access.lendRoles', loan))
  expectError('identity.decideRebind', await decide(deputy.openid, input), 'IDENTITY_REBIND_OWN')
  const lent = await cloud.call<{ waiting: { id: string }[] }>(deputy.openid, 'access.openInbox')
  expect(expectData(lent).waiting.map(({ id }) => id)).not.toContain(rebind?._id)
  expectData(await decide(wang.openid, input))
})

test('does not take an account away from the colleague whom it was bound to meanwhile', async () => {
  const { person, rebindId } = await waiting()
  const newcomer = { ...chen, employeeId: 'VC930001', registered: false, phone: '13400000001' }
  await insertPeople(cloud.engine, [newcomer])
  expectData(
    await cloud.call(person.newOpenid, 'identity.register', registrationOf(newcomer), newRequestId()),
  )
  const reply = await decide(wang.openid, { rebindId, decision: 'approve' })
  expectError('identity.decideRebind', reply, 'IDENTITY_REBIND_BLOCKED')
  expect(await employee(person.employeeId)).toMatchObject({ openid: person.openid, phone: person.phone })
  expect((await rebindsOf(person.employeeId))[0]).toMatchObject({ state: 'pending' })
})

test('lets WeChat read the reason first', async () => {
  const person = await colleague()
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky' } })
  const risky = await request('wx-risky', requestOf(person))
  expectError('identity.requestRebind', risky, 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail' } })
  const unread = await request('wx-unread', requestOf(person))
  expectError('identity.requestRebind', unread, 'CONTENT_CHECK_UNAVAILABLE')
  expect(await rebindsOf(person.employeeId)).toEqual([])
  const counted = await cloud.dump('identity_attempts')
  expect(counted.map(({ _id }) => _id)).not.toContain(`employee.${person.employeeId}`)
})

test('asks of a request what it asks of a registration', async () => {
  const person = await colleague()
  const form = requestOf(person)
  const old = await request(person.newOpenid, { ...form, agreedPrivacyVersion: '0' })
  expectError('identity.requestRebind', old, 'IDENTITY_PRIVACY_NOT_AGREED')
  const unverified = await request(person.newOpenid, { ...form, phoneCode: 'not-a-code' })
  expectError('identity.requestRebind', unverified, 'IDENTITY_PHONE_UNVERIFIED')
  expectError('identity.requestRebind', await request(chen.openid, form), 'IDENTITY_ALREADY_REGISTERED')
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) await request(`wx-asking-${attempt}`, form)
  const tooMany = await request('wx-asking-9', form)
  expectError('identity.requestRebind', tooMany, 'IDENTITY_TOO_MANY_ATTEMPTS')
  expect((await cloud.log('identity.requestRebind')).at(-1)?.openapiCalls).toEqual([])
})
