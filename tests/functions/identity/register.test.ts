import { ATTEMPTS_MAX, ATTEMPTS_WINDOW_MS } from '@domain/identity/attempts'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, phoneCode, registrationOf } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, stranger, type TestPerson } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const { gu, lin, ding } = people

let cloud: TestCloud
let newcomers = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(NOW))

/** Somebody in the roster who has not registered; each test has its own, because attempts are counted a number. */
async function newcomer(): Promise<TestPerson> {
  newcomers += 1
  const digits = String(newcomers).padStart(3, '0')
  const person = {
    ...gu,
    employeeId: `VC900${digits}`,
    openid: `wx-new-${digits}`,
    phone: `13900000${digits}`,
  }
  await insertPeople(cloud.engine, [person])
  return person
}

const register = (openid: string, form: object, requestId = newRequestId()) =>
  cloud.call<{ me: { employeeId: string } }>(openid, 'identity.register', form, requestId)

async function employee(id: string): Promise<EmployeeDocument | undefined> {
  const all = await cloud.dump<EmployeeDocument & Record<string, unknown>>('identity_employees')
  return all.find(({ _id }) => _id === id)
}

test('binds the account of whoever sends number, name and phone of the roster', async () => {
  const person = await newcomer()
  const { me } = expectData(await register(person.openid, registrationOf(person)))
  expect(me).toMatchObject({ employeeId: person.employeeId, name: person.name, grants: [] })
  expect(await employee(person.employeeId)).toMatchObject({
    openid: person.openid,
    boundAt: Date.parse(NOW),
    agreedPrivacyVersion: PRIVACY_VERSION,
  })
  const session = await cloud.call(person.openid, 'identity.openSession')
  expect(expectData(session)).toMatchObject({ standing: 'employee', me: { employeeId: person.employeeId } })
})

test('answers a repeated request with the first result, although the caller is an employee by then', async () => {
  const person = await newcomer()
  const requestId = newRequestId()
  const first = await register(person.openid, registrationOf(person), requestId)
  expect(await register(person.openid, registrationOf(person), requestId)).toEqual(first)
  expectError(
    'identity.register',
    await register(person.openid, registrationOf(person)),
    'IDENTITY_ALREADY_REGISTERED',
  )
})

test('gives one answer and does the same work, whatever was wrong', async () => {
  const person = await newcomer()
  const right = registrationOf(person)
  const wrong: Record<string, object> = {
    'unknown number': { ...right, employeeId: 'VC999999' },
    'another name': { ...right, name: '不是我' },
    'another phone': { ...right, phoneCode: phoneCode('13700000000') },
    'everything wrong': { ...right, name: '不是我', phoneCode: phoneCode('13700000000') },
    'already bound to another account': registrationOf(lin),
    'has left': registrationOf(ding),
  }
  const answers = new Map<string, string>()
  for (const [index, [what, form]] of Object.entries(wrong).entries()) {
    const requestId = newRequestId()
    const reply = await register(`wx-wrong-${index}`, form, requestId)
    expectError('identity.register', reply, 'IDENTITY_REGISTRATION_REFUSED')
    const { requestId: _own, ...said } = reply.ok ? { requestId } : reply.error
    const record = (await cloud.log('identity.register')).find(entry => entry.requestId === requestId)
    const work = record?.databaseRequests.map(({ action, collection }) => `${action} ${collection}`)
    expect(work).toContain('database.getDocument identity_employees')
    answers.set(what, JSON.stringify({ said, work }))
  }
  expect(new Set(answers.values()).size).toBe(1)
  expect((await employee(person.employeeId))?.boundAt).toBeNull()
})

test('asks for consent to the guide of today before anything else', async () => {
  const person = await newcomer()
  const reply = await register(person.openid, { ...registrationOf(person), agreedPrivacyVersion: '0' })
  expectError('identity.register', reply, 'IDENTITY_PRIVACY_NOT_AGREED')
  const counted = await cloud.dump('identity_attempts')
  expect(counted.map(({ _id }) => _id)).not.toContain(`employee.${person.employeeId}`)
})

test('passes on that WeChat did not vouch for a phone, however often, and counts none of it', async () => {
  const person = await newcomer()
  for (let attempt = 0; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const reply = await register(person.openid, { ...registrationOf(person), phoneCode: 'not-a-code' })
    expectError('identity.register', reply, 'IDENTITY_PHONE_UNVERIFIED')
  }
  expect((await register(person.openid, registrationOf(person))).ok).toBe(true)
})

test('tells a leaver who comes with the bound account as whom they left', async () => {
  expectError('identity.register', await register(ding.openid, registrationOf(ding)), 'IDENTITY_LEFT')
})

test('lets a leaver come back with their WeChat under another number, if all of its data is right', async () => {
  const former = { ...(await newcomer()), registered: true, status: 'left' as const }
  const mutedUntil = Date.parse(NOW) + 1
  await changePerson(cloud.engine, former, { status: 'left', openid: former.openid, boundAt: 1, mutedUntil })
  const person = await newcomer()
  const wrong = { ...registrationOf(person), name: '不是我' }
  expectError('identity.register', await register(former.openid, wrong), 'IDENTITY_REGISTRATION_REFUSED')
  expect(await employee(former.employeeId)).toMatchObject({ openid: former.openid })

  const requestId = newRequestId()
  const { me } = expectData(await register(former.openid, registrationOf(person), requestId))
  expect(me.employeeId).toBe(person.employeeId)
  expect(await employee(person.employeeId)).toMatchObject({
    openid: former.openid,
    boundAt: Date.parse(NOW),
    mutedUntil,
  })
  expect(await employee(former.employeeId)).toMatchObject({
    openid: `unbound:${former.employeeId}`,
    status: 'left',
    boundAt: null,
    firstBoundAt: 1,
  })
  const session = await cloud.call(former.openid, 'identity.openSession')
  expect(expectData(session)).toMatchObject({ standing: 'employee', me: { employeeId: person.employeeId } })
  expect(expectData(await register(former.openid, registrationOf(person), requestId))).toEqual({ me })
  const other = await newcomer()
  const again = await register(former.openid, registrationOf(other))
  expectError('identity.register', again, 'IDENTITY_ALREADY_REGISTERED')
})

test('lets an account try five times an hour, and again when the first try is an hour old', async () => {
  const person = await newcomer()
  const openid = 'wx-trying-account'
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1)
    expectError(
      'identity.register',
      await register(openid, { ...registrationOf(person), employeeId: `VC80000${attempt}` }),
      'IDENTITY_REGISTRATION_REFUSED',
    )
  const sixth = await register(openid, registrationOf(person))
  expectError('identity.register', sixth, 'IDENTITY_TOO_MANY_ATTEMPTS')
  expect(sixth).toMatchObject({ error: { againAt: Date.parse('2026-11-24T09:00:00+08:00') } })
  // WeChat is paid for each number that it vouches for: not for those that would not be looked at.
  const asked = (await cloud.log('identity.register')).slice(-ATTEMPTS_MAX - 1).map(one => one.openapiCalls)
  const once = ['phonenumber.getPhoneNumber']
  expect(asked).toEqual([...Array.from({ length: ATTEMPTS_MAX }, () => once), []])
  await cloud.clock('2026-11-24T08:59:59+08:00')
  expect((await register(openid, registrationOf(person))).ok).toBe(false)
  await cloud.clock('2026-11-24T09:00:00+08:00')
  expect((await register(openid, registrationOf(person))).ok).toBe(true)
})

test('lets nobody make one claim after another under one requestId', async () => {
  const person = await newcomer()
  const guess = (name: string) =>
    register('wx-guessing-account', { ...registrationOf(person), name }, 'guessing-request')
  expectError('identity.register', await guess('林晓'), 'IDENTITY_REGISTRATION_REFUSED')
  expectError('identity.register', await guess(person.name), 'REQUEST_ID_REUSED')
  expect(await employee(person.employeeId)).toMatchObject({ boundAt: null })
})

test('takes no number of another country, whatever its digits', async () => {
  const person = await newcomer()
  const form = { ...registrationOf(person), phoneCode: `phone:+44-${person.phone}` }
  const openid = 'wx-abroad'
  expectError('identity.register', await register(openid, form), 'IDENTITY_PHONE_ABROAD')
  const asked = await cloud.call(openid, 'identity.requestRebind', { ...form, reason: '换了手机' })
  expectError('identity.requestRebind', asked, 'IDENTITY_PHONE_ABROAD')
})

test('counts an attempt when it is made, not when its requestId was first received', async () => {
  const person = await newcomer()
  const openid = 'wx-patient-account'
  const tryAgain = () => register(openid, registrationOf(person), 'patient-request')
  // WeChat's failure is no refusal: the command keeps the time of its first reception.
  await cloud.fault({ openapi: { api: 'phonenumber.getPhoneNumber', mode: 'fail', times: 1 } })
  expectError('identity.register', await tryAgain(), 'IDENTITY_PHONE_UNVERIFIED')
  const later = '2026-11-24T09:05:00+08:00'
  await cloud.clock(later)
  await tryAgain()
  const windows = await cloud.dump<{ _id: string; attempts: { at: number }[]; expiresAt: number }>(
    'identity_attempts',
  )
  const window = windows.find(({ _id }) => _id === `openid.${openid}`)
  expect(window?.attempts.map(({ at }) => at)).toEqual([Date.parse(later)])
  expect(window?.expiresAt).toBe(Date.parse(later) + ATTEMPTS_WINDOW_MS)
  await cloud.fault({ clear: true })
})

test('lets a number be tried five times an hour, from however many accounts at once', async () => {
  const person = await newcomer()
  const replies = await Promise.all(
    Array.from({ length: 12 }, (_reply, index) =>
      register(`wx-race-${index}`, { ...registrationOf(person), name: '不是我' }),
    ),
  )
  const codes = replies.map(reply => (reply.ok ? 'ok' : reply.error.code)).sort()
  expect(codes.filter(code => code === 'IDENTITY_REGISTRATION_REFUSED')).toHaveLength(ATTEMPTS_MAX)
  expect(codes.filter(code => code === 'IDENTITY_TOO_MANY_ATTEMPTS')).toHaveLength(12 - ATTEMPTS_MAX)
  const rightData = await register(person.openid, registrationOf(person))
  expectError('identity.register', rightData, 'IDENTITY_TOO_MANY_ATTEMPTS')
})

test('counts a number that nobody has like one that somebody has', async () => {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1)
    await register(`wx-unknown-${attempt}`, { ...registrationOf(gu), employeeId: 'VC700000' })
  const reply = await register('wx-unknown-9', { ...registrationOf(gu), employeeId: 'VC700000' })
  expectError('identity.register', reply, 'IDENTITY_TOO_MANY_ATTEMPTS')
})

test('binds one employee to one account when two accounts race with the right data', async () => {
  const person = await newcomer()
  const replies = await Promise.all(['wx-first', 'wx-second'].map(id => register(id, registrationOf(person))))
  const codes = replies.map(reply => (reply.ok ? 'ok' : reply.error.code)).sort()
  expect(codes).toEqual(['IDENTITY_REGISTRATION_REFUSED', 'ok'])
})

test('binds one account to one employee when it races for two', async () => {
  const both = [await newcomer(), await newcomer()]
  const replies = await Promise.all(both.map(person => register('wx-greedy', registrationOf(person))))
  const codes = replies.map(reply => (reply.ok ? 'ok' : reply.error.code)).sort()
  expect(codes).toEqual(['IDENTITY_ALREADY_REGISTERED', 'ok'])
})

test('tells a stranger to register and nothing else', async () => {
  expect(expectData(await cloud.call(stranger.openid, 'identity.openSession'))).toEqual({
    standing: 'stranger',
    me: null,
    unread: 0,
    waiting: null,
    coins: null,
    templateIds: expect.any(Object),
    agreedPrivacyVersion: null,
    privacyVersion: PRIVACY_VERSION,
    ugcEnabled: true,
    now: Date.parse(NOW),
  })
})

test('tells a leaver that the session is over, without data', async () => {
  const session = expectData(await cloud.call(ding.openid, 'identity.openSession'))
  expect(session).toMatchObject({ standing: 'left', me: null, unread: 0 })
  expectError('identity.openProfile', await cloud.call(ding.openid, 'identity.openProfile'), 'IDENTITY_LEFT')
})

test('forgets attempts once they no longer count', async () => {
  const person = await newcomer()
  await register('wx-forgotten', { ...registrationOf(person), name: '不是我' })
  await cloud.clock('2026-11-24T10:30:00+08:00')
  await cloud.timer('identity', 'tend')
  expect(await cloud.dump('identity_attempts')).toEqual([])
})

test('tells the first result again only while the account is bound to them and they are here', async () => {
  const leaver = await newcomer()
  expectData(await register(leaver.openid, registrationOf(leaver), 'leaver-registers'))
  await changePerson(cloud.engine, leaver, { status: 'left' })
  const left = await register(leaver.openid, registrationOf(leaver), 'leaver-registers')
  expectError('identity.register', left, 'IDENTITY_LEFT')

  const rebound = await newcomer()
  expectData(await register(rebound.openid, registrationOf(rebound), 'rebound-registers'))
  await changePerson(cloud.engine, rebound, { openid: 'wx-another-account' })
  const old = await register(rebound.openid, registrationOf(rebound), 'rebound-registers')
  expectError('identity.register', old, 'IDENTITY_NOT_REGISTERED')
})
