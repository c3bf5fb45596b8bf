import { HOLD_DAYS, REFERRALS_A_DAY } from '@domain/careers/referral'
import type { CandidateDocument, PositionDocument } from '../../../cloudfunctions/careers/store'
import { again } from '../../support/again'
import { careersSteps } from '../../support/careersWorld'
import { expectData, expectError } from '../../support/expectError'
import { findingsIn } from '../../support/handsWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, han, cao, zhao, yuan, guo } = people
const NOW = '2026-11-24T12:20:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, open, refer, friendFor, apply, move } = careersSteps(() => cloud)

interface Mine {
  candidates: {
    candidateId: string
    friend: { name: string; phone: string } | null
    state: string
    version: number
    reward: number
  }[]
}
const mineOf = async (who: typeof lin, candidateId: string) => {
  const { candidates } = await does<Mine>(who, 'careers.listMine')
  return candidates.find(one => one.candidateId === candidateId)
}
const stored = async (candidateId: string) => {
  const all = await cloud.dump<CandidateDocument>('careers_candidates')
  return all.find(({ _id }) => _id === candidateId)
}
const coinsOf = async ({ employeeId }: typeof lin) => {
  const accounts = await cloud.dump<{ _id: string; balance: number }>('coin_accounts')
  return accounts.find(({ _id }) => _id === employeeId)?.balance ?? 0
}

test('a friend’s name and number are sealed; whoever recommended them reads the name, and both are opened for recruiting with a trace', async () => {
  const positionId = await open()
  const candidateId = await refer(lin, positionId, '18612343307')
  expect(await mineOf(lin, candidateId)).toMatchObject({ friend: { name: '徐朗', phone: '186****3307' } })

  const everything = await Promise.all(
    ['careers_candidates', 'careers_claims', 'platform_receipts', 'notice_messages'].map(name =>
      cloud.dump(name),
    ),
  )
  const logged = await cloud.log('careers.refer')
  expect(JSON.stringify([everything, logged])).not.toMatch(/18612343307|徐朗/)
  expect(await stored(candidateId)).toMatchObject({ consent: { version: 2, at: Date.parse(NOW) } })

  const shown = await does(cao, 'careers.showContact', { candidateId })
  expect(shown).toEqual({ name: '徐朗', contact: '18612343307' })
  const audits = await cloud.dump<{ audit?: { by: string; after: object; subject: string } }>(
    'platform_receipts',
  )
  expect(audits.map(({ audit }) => audit)).toContainEqual(
    expect.objectContaining({
      by: cao.employeeId,
      subject: `careers_candidates/${candidateId}`,
      after: { contactShown: true },
    }),
  )
  expect(JSON.stringify(audits)).not.toContain('18612343307')
})

test('the first colleague with consent keeps a friend; of many at once one gets them', async () => {
  const positionId = await open({ title: '电池工程师' })
  const other = await open({ title: '电驱工程师' })
  const replies = await Promise.all(
    [lin, chen, han, zhao].map(who => call(who, 'careers.refer', friendFor(positionId, '13511110001'))),
  )
  expect(replies.filter(reply => reply.ok)).toHaveLength(1)
  const refused = replies.find(reply => !reply.ok)
  if (refused) expectError('careers.refer', refused, 'CAREERS_FRIEND_TAKEN')
  const first = [lin, chen, han, zhao].find((_who, place) => replies[place]?.ok) ?? lin
  const again = await call(first, 'careers.refer', friendFor(positionId, '13511110001'))
  expectError('careers.refer', again, 'CAREERS_ALREADY_REFERRED')
  await refer(first, other, '13511110001')

  const second = first === lin ? chen : lin
  await cloud.clock(new Date(Date.parse(NOW) + (HOLD_DAYS + 1) * 86_400_000).toISOString())
  await refer(second, positionId, '13511110001')
  await cloud.clock(NOW)
})

test('nobody recommends themselves or who works here already, nor finds out by trying who does', async () => {
  const positionId = await open({ title: '试车工程师' })
  const who = { ...lin, employeeId: 'VC730003', openid: 'wx-curious', name: '好奇的', phone: '13900009993' }
  const former = { ...lin, employeeId: 'VC730004', openid: 'wx-former', name: '走了的', phone: '13900009994' }
  await insertPeople(cloud.engine, [who, former])
  await changePerson(cloud.engine, former, { status: 'left' })
  const about = (phone: string) => call(who, 'careers.refer', friendFor(positionId, phone))
  for (const phone of [who.phone, chen.phone]) {
    const reply = await about(phone)
    expectError('careers.refer', reply, 'CAREERS_FRIEND_WORKS_HERE')
    expect(JSON.stringify(reply)).not.toContain(chen.name)
  }
  // Who has left may come again.
  expectData(await about(former.phone))
  for (let time = 3; time < REFERRALS_A_DAY; time += 1)
    expectError('careers.refer', await about(chen.phone), 'CAREERS_FRIEND_WORKS_HERE')
  expectError('careers.refer', await about(chen.phone), 'CAREERS_REFERRALS_TOO_MANY')
})

test('what is taken back is gone, and the friend is free for others', async () => {
  const positionId = await open({ title: '采购工程师' })
  const candidateId = await refer(lin, positionId, '13511110002')
  await cloud.timer('careers', 'tend')
  const count = async () =>
    (await cloud.dump<PositionDocument>('careers_positions')).find(({ _id }) => _id === positionId)?.referrals
  expect(await count()).toBe(1)
  const wrong = await call(chen, 'careers.takeBack', { candidateId, version: 1 })
  expectError('careers.takeBack', wrong, 'CAREERS_CANDIDATE_MISSING')
  const old = await call(lin, 'careers.takeBack', { candidateId, version: 2 })
  expectError('careers.takeBack', old, 'CAREERS_CANDIDATE_CHANGED')
  await does(lin, 'careers.takeBack', { candidateId, version: 1 })
  const twice = await call(lin, 'careers.takeBack', { candidateId, version: 2 })
  expectError('careers.takeBack', twice, 'CAREERS_TRANSITION_REFUSED')
  expect(await stored(candidateId)).toMatchObject({ sealed: '', friend: null, eraseAt: null })
  const gone = await call(cao, 'careers.showContact', { candidateId })
  expectError('careers.showContact', gone, 'CAREERS_CONTACT_ERASED')
  await cloud.timer('careers', 'tend')
  expect(await count()).toBe(0)
  await refer(chen, positionId, '13511110002')
})

test('a hire rewards once, undoing takes it back, hiring again gives it back, however often', async () => {
  const positionId = await open({ title: '座舱设计师' })
  const candidateId = await refer(han, positionId, '13511110003')
  const before = await coinsOf(han)
  for (const [version, action] of ['contact', 'interview', 'offer', 'hire'].entries())
    expect(await move(candidateId, action, version + 1)).toMatchObject({ moved: [candidateId] })
  expect(await coinsOf(han)).toBe(before + 500)
  expect(await mineOf(han, candidateId)).toMatchObject({ state: 'hired', reward: 500 })
  await move(candidateId, 'undoHire', 5)
  expect(await coinsOf(han)).toBe(before)
  await move(candidateId, 'hire', 6)
  expect(await coinsOf(han)).toBe(before + 500)
  await move(candidateId, 'undoHire', 7)
  expect(await coinsOf(han)).toBe(before)
  await move(candidateId, 'hire', 8)
  expect(await coinsOf(han)).toBe(before + 500)
  await move(candidateId, 'undoHire', 9)
  await move(candidateId, 'hire', 10)
  await move(candidateId, 'undoHire', 11)
  expect(await coinsOf(han)).toBe(before)
  const notices = await cloud.dump<{ employeeId: string; body: string }>('notice_messages')
  const told = notices.filter(one => one.employeeId === han.employeeId && one.body.includes('入职'))
  expect(told.length).toBeGreaterThanOrEqual(3)
})

test('time clears what a friend told, and ends what nobody carried on', async () => {
  const positionId = await open({ title: '发布经理' })
  const refused = await refer(lin, positionId, '13511110004')
  const forgotten = await refer(lin, positionId, '13511110005')
  await move(refused, 'decline', 1)
  await cloud.clock(new Date(Date.parse(NOW) + 91 * 86_400_000).toISOString())
  await cloud.timer('careers', 'tend')
  expect(await stored(refused)).toMatchObject({ sealed: '', friend: null, state: 'declined' })
  expect((await stored(forgotten))?.sealed).not.toBe('')
  await cloud.clock(new Date(Date.parse(NOW) + 181 * 86_400_000).toISOString())
  await cloud.timer('careers', 'tend')
  expect(await stored(forgotten)).toMatchObject({ sealed: '', friend: null, state: 'declined' })
  expect(await cloud.dump('careers_claims')).toEqual([])
  await cloud.clock(NOW)
})

test('whoever applies by a shared card credits who shared it, and their lead knows nothing until told', async () => {
  const positionId = await open({ title: '寒区工程师', city: '成都' })
  const { shareCode } = await does(lin, 'careers.openPosition', { positionId })
  expect(shareCode).not.toContain(lin.employeeId)
  const opened = await does<{ sharedBy: { name: string } | null }>(chen, 'careers.openPosition', {
    positionId,
    via: shareCode,
  })
  expect(opened.sharedBy).toMatchObject({ name: '林晓川' })
  const changed = `${shareCode?.slice(0, -4)}AAAA`
  expect(await does(chen, 'careers.openPosition', { positionId, via: changed })).toMatchObject({
    sharedBy: null,
  })

  // The lead recruits for Chengdu.
  const applied = await apply(chen, positionId, { leadId: yuan.employeeId, via: shareCode })
  const id = expectData(applied).candidateId ?? ''
  expect(id).not.toContain(chen.employeeId)
  expect(await stored(id)).toMatchObject({ creditId: lin.employeeId, hiddenFrom: yuan.employeeId })
  const hidden = await call(yuan, 'careers.openCandidate', { candidateId: id })
  expectError('careers.openCandidate', hidden, 'CAREERS_CANDIDATE_MISSING')
  const board = await does<{ candidates: unknown[] }>(yuan, 'careers.openBoard', { column: 'fresh' })
  expect(board.candidates).toEqual([])
  const inbox = await does<{ waiting: { id: string }[] }>(yuan, 'access.openInbox')
  expect(inbox.waiting.map(one => one.id)).not.toContain(id)
  const { csv } = await does<{ csv: string }>(yuan, 'careers.exportCandidates', { format: 'csv' })
  expect(csv).not.toContain('陈嘉禾')

  await does(cao, 'careers.tellLead', { candidateId: id, version: 1 })
  await does(yuan, 'careers.openCandidate', { candidateId: id })
  const again = await call(cao, 'careers.tellLead', { candidateId: id, version: 2 })
  expectError('careers.tellLead', again, 'CAREERS_LEAD_KNOWS')
  const seen = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
  expect(seen).toContainEqual(
    expect.objectContaining({ employeeId: yuan.employeeId, title: '陈嘉禾申请了内部转岗' }),
  )
})

test('a lead who shared the card themselves learns nothing of the application that came of it', async () => {
  const positionId = await open({ title: '热管理工程师' })
  const { shareCode } = await does(yuan, 'careers.openPosition', { positionId })
  const applied = await apply(chen, positionId, { leadId: yuan.employeeId, via: shareCode })
  const id = expectData(applied).candidateId ?? ''
  const told = async () => {
    const all = await cloud.dump<{ employeeId: string; target: { id: string } | null }>('notice_messages')
    return all.filter(one => one.employeeId === yuan.employeeId && one.target?.id === positionId)
  }
  expect(await stored(id)).toMatchObject({ creditId: yuan.employeeId, hiddenFrom: yuan.employeeId })
  expect(await told()).toEqual([])
  await does(cao, 'careers.tellLead', { candidateId: id, version: 1 })
  expect(await told()).toHaveLength(1)
})

test('whoever applies anew by another’s share is another’s reward, and nothing of the first comes back', async () => {
  const positionId = await open({ title: '车身工程师' })
  const sharedBy = async (who: TestPerson) =>
    (await does(who, 'careers.openPosition', { positionId })).shareCode ?? ''
  const applied = async (via: string) =>
    expectData(await apply(guo, positionId, { leadId: chen.employeeId, via })).candidateId ?? ''
  const hire = async (candidateId: string, from: number) => {
    for (const [step, action] of ['interview', 'offer', 'hire'].entries())
      expect(await move(candidateId, action, from + step)).toMatchObject({ moved: [candidateId] })
  }
  const before = [await coinsOf(lin), await coinsOf(zhao)]
  const candidateId = await applied(await sharedBy(lin))
  await hire(candidateId, 1)
  await move(candidateId, 'undoHire', 4)
  await does(guo, 'careers.takeBack', { candidateId, version: 5 })
  await applied(await sharedBy(zhao))
  await hire(candidateId, 7)
  expect([await coinsOf(lin), await coinsOf(zhao)]).toEqual([before[0], (before[1] ?? 0) + 500])
  expect(await findingsIn(cloud)).toEqual([])
})

test('refuses what does not fit', async () => {
  const positionId = await open({ title: '工艺工程师' })
  const inside = await open({ title: '内部岗位', tracks: ['internal'] })
  const outside = await open({ title: '外部岗位', tracks: ['social'] })
  const closed = await open({ title: '结束的岗位' })
  await does(cao, 'careers.movePosition', { positionId: closed, version: 2, action: 'close' })
  const of = (id: string, more: object = {}) =>
    call(zhao, 'careers.refer', { ...friendFor(id, '13511110009'), ...more })
  expectError('careers.refer', await of('none'), 'CAREERS_POSITION_MISSING')
  expectError('careers.refer', await of(closed), 'CAREERS_POSITION_CLOSED')
  expectError('careers.refer', await of(inside), 'CAREERS_NOT_THIS_WAY')
  expectError('careers.refer', await of(positionId, { consentVersion: 9 }), 'CAREERS_CONSENT_CHANGED')
  const judge = (mode: 'risky' | 'fail') =>
    cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
  await judge('risky')
  expectError('careers.refer', await of(positionId), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('careers.refer', await of(positionId), 'CONTENT_CHECK_UNAVAILABLE')

  const by = (id: string, more: object = {}) => apply(han, id, more)
  expectError('careers.apply', await by('none'), 'CAREERS_POSITION_MISSING')
  expectError('careers.apply', await by(closed), 'CAREERS_POSITION_CLOSED')
  expectError('careers.apply', await by(outside), 'CAREERS_NOT_THIS_WAY')
  expectError('careers.apply', await by(positionId, { leadId: han.employeeId }), 'CAREERS_LEAD_WRONG')
  await judge('risky')
  expectError('careers.apply', await by(positionId), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('careers.apply', await by(positionId), 'CONTENT_CHECK_UNAVAILABLE')
  expectData(await by(positionId))
  expectError('careers.apply', await by(positionId), 'CAREERS_ALREADY_APPLIED')

  for (let count = 0; count < REFERRALS_A_DAY; count += 1)
    await refer(people.tang, positionId, `1371111${String(1_000 + count)}`)
  const tooMany = await call(people.tang, 'careers.refer', friendFor(positionId, '13700000000'))
  expectError('careers.refer', tooMany, 'CAREERS_REFERRALS_TOO_MANY')
})

test('friends who are recommended at the same moment are no more than those after one another', async () => {
  const positionId = await open()
  // Calls are held between what they have read and what they write, so that they meet.
  const times = REFERRALS_A_DAY + 4
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'slow', slowMs: 200, times } })
  const replies = await Promise.all(
    Array.from({ length: times }, (_one, number) =>
      again(() => call(people.luo, 'careers.refer', friendFor(positionId, `1372222${1_000 + number}`))),
    ),
  )
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(4)
  for (const reply of refused) expectError('careers.refer', reply, 'CAREERS_REFERRALS_TOO_MANY')
})
