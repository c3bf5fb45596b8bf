import { ATTEMPTS_WINDOW_MS } from '@domain/identity/attempts'
import { identity } from '@domain/identity/contract'
import { maskPhone } from '@domain/identity/phone'
import { REBINDS_WAITING_MAX } from '@domain/identity/registration'
import { requestsMax } from '@domain/kernel/contract'
import type { RebindDocument } from '../../../cloudfunctions/identity/store'
import { billed } from '../../support/billed'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, phoneCode, registrationOf } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const { chen, ding, gu, han, lin, luo, tang, wang } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const requestOf = (phone: string) => ({
  ...registrationOf(lin),
  ...{ phoneCode: phoneCode(phone), reason: '换了手机和微信' },
})

const request = (openid: string, form: object) =>
  cloud.call(openid, 'identity.requestRebind', form, newRequestId())

test('gives the place of the oldest of five requests to a later applicant, and tells HR', async () => {
  const newOpenid = 'wx-renewed'
  const bogus = Array.from({ length: REBINDS_WAITING_MAX }, (_, number) => `wx-bogus-${number}`)
  for (const openid of bogus) expectData(await request(openid, requestOf('13611110000')))
  await cloud.clock(new Date(Date.parse(NOW) + ATTEMPTS_WINDOW_MS).toISOString())
  const own = requestOf('13933330000')
  expectData(await request(newOpenid, own))
  const [call] = (await cloud.log('identity.requestRebind')).slice(-1)
  expect(billed(call?.databaseRequests ?? [])).toBeLessThanOrEqual(requestsMax(identity.requestRebind))
  await cloud.clock(NOW)
  const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
  const whose = (state: string) => made.filter(one => one.state === state).map(({ openid }) => openid)
  expect(whose('refused')).toEqual([bogus[0]])
  expect(whose('pending').sort()).toEqual([...bogus.slice(1), newOpenid].sort())
  expect(made.find(({ openid }) => openid === bogus[0])).toMatchObject({ newPhone: null, decision: null })
  const asked = made.find(({ openid }) => openid === newOpenid)
  for (const { _id } of made.filter(({ state }) => state === 'pending')) {
    const opened = await cloud.call(wang.openid, 'identity.openRebind', { rebindId: _id })
    expect(expectData(opened)).toMatchObject({ replaced: 1 })
  }
  const approval = { rebindId: asked?._id, decision: 'approve', reason: '当面核对过' }
  expectData(await cloud.call(wang.openid, 'identity.decideRebind', approval, newRequestId()))
  const session = await cloud.call(newOpenid, 'identity.openSession')
  expect(expectData(session)).toMatchObject({ standing: 'employee', me: { employeeId: lin.employeeId } })
})

test('shows HR both numbers whole while it waits, and keeps that they were looked at', async () => {
  const newPhone = '13622220000'
  const form = { ...registrationOf(tang), phoneCode: phoneCode(newPhone), reason: '换了手机' }
  expectData(await request('wx-tang-new', form))
  const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
  const rebindId = made.find(({ openid }) => openid === 'wx-tang-new')?._id
  const look = (id = rebindId) =>
    cloud.call(wang.openid, 'identity.openRebindPhones', { rebindId: id }, newRequestId())
  expect(expectData(await look())).toEqual({ oldPhone: tang.phone, newPhone })
  const receipts = await cloud.dump<{ procedure: string; audit?: object }>('platform_receipts')
  const looks = receipts.filter(({ procedure }) => procedure === 'identity.openRebindPhones')
  const after = { phoneShown: [maskPhone(tang.phone), maskPhone(newPhone)] }
  expect(looks).toMatchObject([
    { audit: { by: wang.employeeId, subject: `identity_employees/${tang.employeeId}`, after } },
  ])
  for (const number of [tang.phone, newPhone]) expect(JSON.stringify(receipts)).not.toContain(number)
  const refusal = { rebindId, decision: 'refuse', reason: '没有联系上' }
  expectData(await cloud.call(wang.openid, 'identity.decideRebind', refusal, newRequestId()))
  expectError('identity.openRebindPhones', await look(), 'IDENTITY_REBIND_DECIDED')
  expectError('identity.openRebindPhones', await look('none'), 'IDENTITY_REBIND_MISSING')
})

test('takes no phone of another working colleague, and tells HR whose it is', async () => {
  const ask = async (openid: string, phone: string) => {
    const form = { ...registrationOf(chen), phoneCode: phoneCode(phone), reason: '换了手机' }
    expectData(await request(openid, form))
    const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
    return made.find(one => one.openid === openid)?._id
  }
  const holderOf = async (rebindId: string | undefined) =>
    expectData(
      await cloud.call<{ phoneHolder: object | null }>(wang.openid, 'identity.openRebind', { rebindId }),
    ).phoneHolder
  const approve = (rebindId: string | undefined) => {
    const input = { rebindId, decision: 'approve', reason: '当面核对过' }
    return cloud.call(wang.openid, 'identity.decideRebind', input, newRequestId())
  }
  const taken = await ask('wx-taken', luo.phone)
  const { employeeId, name, site, department } = luo
  expect(await holderOf(taken)).toEqual({ employeeId, name, site, department })
  expectError('identity.decideRebind', await approve(taken), 'IDENTITY_REBIND_PHONE_TAKEN')
  const stored = await cloud.dump<{ phone: string }>('identity_employees')
  expect(stored.filter(({ phone }) => phone === luo.phone)).toHaveLength(1)
  // Who has left may have handed the number on, and one's own is nobody else's.
  const own = await ask('wx-own-phone', chen.phone)
  expect(await holderOf(own)).toBeNull()
  const handedOn = await ask('wx-handed-on', ding.phone)
  expect(await holderOf(handedOn)).toBeNull()
  expectData(await approve(handedOn))
  expect(await holderOf(handedOn)).toBeNull()
})

test('tells whoever asked how it stands, and nothing about whether their data was right', async () => {
  const answerTo = async (openid: string) => expectData(await cloud.call(openid, 'identity.openMyRebind'))
  const WAITING = { state: 'waiting', reason: null }
  const formOf = (name: string) => ({
    ...registrationOf(han),
    ...{ name, phoneCode: phoneCode('13644440000'), reason: '换了微信' },
  })
  expect(await answerTo('wx-real')).toEqual({ state: 'none', reason: null })
  expectData(await request('wx-real', formOf(han.name)))
  expectData(await request('wx-wrong', formOf('不是我')))
  for (const openid of ['wx-real', 'wx-wrong']) expect(await answerTo(openid)).toEqual(WAITING)

  const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
  const rebindId = made.find(({ openid }) => openid === 'wx-real')?._id
  const refusal = { rebindId, decision: 'refuse', reason: '工牌没有对上' }
  await cloud.clock(new Date(Date.parse(NOW) + 1_000).toISOString())
  expectData(await cloud.call(wang.openid, 'identity.decideRebind', refusal, newRequestId()))
  expect(await answerTo('wx-real')).toEqual({ state: 'refused', reason: '工牌没有对上' })
  expect(await answerTo('wx-wrong')).toEqual(WAITING)

  // Asked once more it waits again, with data that is wrong this time as well.
  await cloud.clock(new Date(Date.parse(NOW) + 2_000).toISOString())
  expectData(await request('wx-real', formOf('不是我')))
  expect(await answerTo('wx-real')).toEqual(WAITING)
  expect(await answerTo(han.openid)).toEqual({ state: 'bound', reason: null })
  await cloud.clock(NOW)
})

test('tells the WeChat that an account moved away from, whatever it was refused before', async () => {
  const answerTo = async (openid: string) => expectData(await cloud.call(openid, 'identity.openMyRebind'))
  const at = (seconds: number) => cloud.clock(new Date(Date.parse(NOW) + seconds * 1_000).toISOString())
  const phones = { 'wx-second': '13677770002', 'wx-third': '13677770003' }
  const settle = async (openid: keyof typeof phones, decision: string) => {
    const form = { ...registrationOf(luo), phoneCode: phoneCode(phones[openid]), reason: '换了微信' }
    expectData(await request(openid, form))
    const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
    const rebindId = made.find(one => one.openid === openid && one.state === 'pending')?._id
    const input = { rebindId, decision, reason: '工牌没有对上' }
    expectData(await cloud.call(wang.openid, 'identity.decideRebind', input, newRequestId()))
  }
  const MOVED = { state: 'moved', reason: null }
  await at(10)
  await settle('wx-second', 'refuse')
  await at(20)
  await settle('wx-second', 'approve')
  expect(await answerTo(luo.openid)).toEqual(MOVED)
  expect(await answerTo('wx-second')).toMatchObject({ state: 'bound' })
  await at(30)
  await settle('wx-third', 'approve')
  expect(await answerTo('wx-second')).toEqual(MOVED)
  // What is asked and decided after that is the news again.
  await at(40)
  await settle('wx-second', 'refuse')
  expect(await answerTo('wx-second')).toEqual({ state: 'refused', reason: '工牌没有对上' })
  await cloud.clock(NOW)
})

test('no longer holds a refusal against whom HR agreed to after it', async () => {
  const form = { ...registrationOf(tang), phoneCode: phoneCode('13688880000'), reason: '换了微信' }
  for (const [second, decision] of [
    [50, 'refuse'],
    [60, 'approve'],
  ] as const) {
    await cloud.clock(new Date(Date.parse(NOW) + second * 1_000).toISOString())
    expectData(await request('wx-agreed-to', form))
    const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
    const rebindId = made.find(one => one.openid === 'wx-agreed-to' && one.state === 'pending')?._id
    const input = { rebindId, decision, reason: '当面核对过' }
    expectData(await cloud.call(wang.openid, 'identity.decideRebind', input, newRequestId()))
  }
  await changePerson(cloud.engine, tang, { openid: 'unbound:elsewhere', boundAt: null })
  const answer = await cloud.call('wx-agreed-to', 'identity.openMyRebind')
  expect(expectData(answer)).toEqual({ state: 'none', reason: null })
  await cloud.clock(NOW)
})

test('binds nobody who has left meanwhile; what they asked can only be refused', async () => {
  const form = { ...registrationOf(gu), phoneCode: phoneCode('13655550000'), reason: '换了微信' }
  expectData(await request('wx-gu-renewed', form))
  const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
  const rebindId = made.find(({ openid }) => openid === 'wx-gu-renewed')?._id
  await changePerson(cloud.engine, gu, { status: 'left' })
  const decide = (decision: string) => {
    const input = { rebindId, decision, reason: '已经离职' }
    return cloud.call(wang.openid, 'identity.decideRebind', input, newRequestId())
  }
  expectError('identity.decideRebind', await decide('approve'), 'IDENTITY_REBIND_MISSING')
  const stored = await cloud.dump<{ _id: string; openid: string }>('identity_employees')
  expect(stored.some(({ openid }) => openid === 'wx-gu-renewed')).toBe(false)
  expect(expectData(await decide('refuse'))).toEqual({ state: 'refused' })
})

test('knows no request by an id that was never given', async () => {
  const missing = { rebindId: 'none' }
  const opened = await cloud.call(wang.openid, 'identity.openRebind', missing)
  expectError('identity.openRebind', opened, 'IDENTITY_REBIND_MISSING')
  const decision = { ...missing, decision: 'approve', reason: '当面核对过' }
  const decided = await cloud.call(wang.openid, 'identity.decideRebind', decision, newRequestId())
  expectError('identity.decideRebind', decided, 'IDENTITY_REBIND_MISSING')
})
