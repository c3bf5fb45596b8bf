import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS } from '@domain/kernel/time'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { openedPage } from '../../support/openedPage'
import { associationIds, insertPeople, people, type TestPerson } from '../../support/people'
import {
  applyToPhoto,
  associations,
  membershipIn,
  membersOf,
  newcomer,
  noticesTo,
  permit,
  personOf,
  photoAnswers,
  startUnionCloud,
  UNION_CLOCK,
} from '../../support/unionWorld'

const { tang, zhao } = people
const { photo, badminton } = associationIds
const application = { associationId: photo, answers: photoAnswers, reason: '想学布光' }

let cloud: TestCloud
let who: TestPerson

beforeAll(async () => {
  cloud = await startUnionCloud()
})

beforeEach(async () => {
  who = await newcomer(cloud)
})

afterAll(() => cloud.close())

const apply = (input: object = {}, requestId?: string) =>
  cloud.call(who.openid, 'union.apply', { ...application, ...input }, requestId)
const mine = (associationId: string = photo) => membershipIn(cloud, `${associationId}:${who.employeeId}`)

describe('applying', () => {
  it('puts the application before the president of that association and tells nobody else', async () => {
    const id = await applyToPhoto(cloud, who)
    expect(id).toBe(`${photo}:${who.employeeId}`)
    expect(await mine()).toMatchObject({
      state: 'pending',
      applicant: { name: who.name, site: '上海' },
      answers: [{ title: '水平', answer: '能独立拍一组' }],
      reason: '想学布光',
      appliedAt: Date.parse(UNION_CLOCK),
      trail: [{ action: 'apply', by: { employeeId: who.employeeId, name: who.name }, reason: '想学布光' }],
    })
    const told = (await cloud.dump<{ target: { id: string } }>('notice_messages')).filter(
      ({ target }) => target.id === id,
    )
    expect(told).toMatchObject([
      { employeeId: tang.employeeId, kind: 'todo', target: { kind: 'application', id }, read: false },
    ])
  })

  it('sends the president a subscribe message only while one is permitted', async () => {
    await permit(cloud, zhao, 'applicationWaiting')
    const sentOf = async () =>
      (await cloud.outbox()).filter(({ api }) => api.endsWith('subscribeMessage.send'))
    await apply({ associationId: badminton, answers: [] })
    const other = await newcomer(cloud)
    await cloud.call(other.openid, 'union.apply', { ...application, associationId: badminton, answers: [] })
    const sent = await sentOf()
    expect(sent).toHaveLength(1)
    expect(JSON.stringify(sent)).toContain(who.name)
    expect(openedPage(String(sent[0]?.data.page))).toEqual({
      page: 'rooms/access/pages/approval/index',
      params: { kind: 'application', id: `${badminton}:${who.employeeId}` },
    })
  })

  it('sends nothing to a president who has left', async () => {
    const left = await newcomer(cloud)
    const leaver = { ...left, employeeId: 'VC799001', openid: 'wx-left-president', status: 'left' as const }
    await insertPeople(cloud.engine, [leaver])
    const [model] = associations
    await cloud.engine.insertMany('union_associations', [
      { ...model, _id: 'orphaned', name: '没有会长的协会', president: personOf(leaver) },
    ])
    await permit(cloud, leaver, 'applicationWaiting')
    const before = (await cloud.outbox()).length
    expect((await apply({ associationId: 'orphaned', answers: [] })).ok).toBe(true)
    const sent = (await cloud.outbox()).slice(before)
    expect(sent.filter(({ openid, data }) => JSON.stringify([openid, data]).includes(leaver.openid))).toEqual(
      [],
    )
  })

  it('answers a repeated request with the first result and keeps one application', async () => {
    const before = (await noticesTo(cloud, tang)).length
    const first = await apply({}, 'apply-0001')
    expect(first.ok).toBe(true)
    expect(await apply({}, 'apply-0001')).toEqual(first)
    expect((await mine())?.trail).toHaveLength(1)
    expect(await noticesTo(cloud, tang)).toHaveLength(before + 1)
  })

  it('refuses what the association does not offer, and changes nothing', async () => {
    const before = cloud.engine.digest()
    expectError('union.apply', await apply({ associationId: 'nowhere' }), 'UNION_ASSOCIATION_MISSING')
    const closed = await apply({ associationId: 'choir', answers: [] })
    expectError('union.apply', closed, 'UNION_ASSOCIATION_CLOSED')
    const unanswered = await apply({ answers: [] })
    expectError('union.apply', unanswered, 'UNION_ANSWER_INVALID')
    expect(unanswered).toMatchObject({ error: { fields: ['answers.level'] } })
    expectError('union.apply', await apply({ reason: ' ' }), 'INVALID_INPUT')
    const after = cloud.engine.digest()
    expect(after.union_memberships).toEqual(before.union_memberships)
    expect(after.notice_messages).toEqual(before.notice_messages)
  })

  it('refuses a second application, and one of a member', async () => {
    const id = await applyToPhoto(cloud, who)
    expectError('union.apply', await apply(), 'UNION_ALREADY_APPLIED')
    await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' })
    expectError('union.apply', await apply(), 'UNION_ALREADY_MEMBER')
  })

  it('takes whoever presides for a member already, also at an event for members', async () => {
    const byTang = await cloud.call(tang.openid, 'union.apply', application)
    expectError('union.apply', byTang, 'UNION_ALREADY_MEMBER')
    expect(await membershipIn(cloud, `${photo}:${tang.employeeId}`)).toBeUndefined()
    const startsAt = Date.parse(UNION_CLOCK) + 5 * DAY_MS
    const created = await cloud.call<{ eventId: string }>(tang.openid, 'union.createEvent', {
      ...{ associationId: photo, title: '会员夜拍', body: paragraphsOf('带三脚架。'), membersOnly: true },
      ...{ venue: { name: '成都工厂' }, startsAt, endsAt: startsAt + DAY_MS, capacity: 20, fee: 0 },
      ...{ joinUntil: startsAt, cancelUntil: startsAt - DAY_MS },
    })
    const { eventId } = expectData(created)
    expect(expectData(await cloud.call(tang.openid, 'union.openEvent', { eventId }))).toMatchObject({
      needsMembership: false,
    })
    expect(expectData(await cloud.call(who.openid, 'union.openEvent', { eventId }))).toMatchObject({
      needsMembership: true,
    })
  })

  it('lets WeChat read the reason first', async () => {
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky' } })
    expectError('union.apply', await apply(), 'CONTENT_REJECTED')
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail' } })
    expectError('union.apply', await apply(), 'CONTENT_CHECK_UNAVAILABLE')
    expect(await mine()).toBeUndefined()
  })
})

describe('taking an application back', () => {
  const withdraw = () => cloud.call(who.openid, 'union.withdraw', { associationId: photo })

  it('withdraws what waits, and opens another round with the whole trail', async () => {
    await applyToPhoto(cloud, who)
    expect(expectData(await withdraw())).toEqual({ state: 'withdrawn' })
    await applyToPhoto(cloud, who)
    const again = await mine()
    expect(again?.state).toBe('pending')
    expect(again?.trail.map(({ action }) => action)).toEqual(['apply', 'withdraw', 'apply'])
  })

  it('takes what the president had to do about it out of their inbox, reminders too, but nobody else’s', async () => {
    const other = await newcomer(cloud)
    const [id, others] = [await applyToPhoto(cloud, who), await applyToPhoto(cloud, other)]
    const later = Date.parse(UNION_CLOCK) + 2 * DAY_MS
    await cloud.clock(new Date(later).toISOString())
    await cloud.timer('union', 'tend')
    const toldOf = async (membershipId: string) =>
      (await noticesTo(cloud, tang)).filter(({ target }) => target?.id === membershipId)
    expect(await toldOf(id)).toHaveLength(2)
    expectData(await withdraw())
    await cloud.clock(UNION_CLOCK)
    expect(await toldOf(id)).toEqual([])
    expect(await toldOf(others)).toHaveLength(2)
  })

  it('lets nobody apply to one association more than three times within 24 hours', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await applyToPhoto(cloud, who)
      expectData(await withdraw())
    }
    const before = cloud.engine.digest()
    const again = await apply()
    expectError('union.apply', again, 'UNION_APPLIED_TOO_OFTEN')
    expect(again).toMatchObject({
      error: { kind: 'limited', againAt: Date.parse(UNION_CLOCK) + DAY_MS },
    })
    const after = cloud.engine.digest()
    expect(after.union_memberships).toEqual(before.union_memberships)
    expect(after.notice_messages).toEqual(before.notice_messages)
    expectData(await apply({ associationId: badminton, answers: [] }))
    await cloud.clock(new Date(Date.parse(UNION_CLOCK) + DAY_MS).toISOString())
    const next = await apply()
    await cloud.clock(UNION_CLOCK)
    expectData(next)
  })

  it('refuses to withdraw what is not there or not waiting', async () => {
    expectError('union.withdraw', await withdraw(), 'UNION_APPLICATION_MISSING')
    await applyToPhoto(cloud, who)
    await withdraw()
    expectError('union.withdraw', await withdraw(), 'UNION_TRANSITION_REFUSED')
  })
})

describe('leaving', () => {
  const leave = (requestId?: string) =>
    cloud.call(who.openid, 'union.leave', { associationId: photo }, requestId)

  it('takes one off the members, once', async () => {
    const id = await applyToPhoto(cloud, who)
    await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' })
    const members = (await membersOf(cloud, photo)) ?? 0
    const first = await leave('leave-0001')
    expect(expectData(first)).toEqual({ state: 'left' })
    expect(await leave('leave-0001')).toEqual(first)
    expectError('union.leave', await leave('leave-0002'), 'UNION_TRANSITION_REFUSED')
    expect(await membersOf(cloud, photo)).toBe(members - 1)
  })

  it('refuses whoever never applied', async () => {
    expectError('union.leave', await leave(), 'UNION_APPLICATION_MISSING')
  })
})
