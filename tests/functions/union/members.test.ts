import { syllablesOf } from '@domain/identity/searchTerms'
import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import type { MemberView } from '@domain/union/memberContract'
import type { MembershipDocument } from '../../../cloudfunctions/union/store'
import { newEvent } from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, people, type TestPerson } from '../../support/people'
import {
  applyToPhoto,
  membershipIn,
  membersOf,
  newcomer,
  noticesTo,
  startUnionCloud,
  UNION_CLOCK,
} from '../../support/unionWorld'

const { tang, zhao, lin, wang } = people
const { photo } = associationIds
const NOW = Date.parse(UNION_CLOCK)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startUnionCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(UNION_CLOCK))

/** A new member of 光影摄影社, approved by Tang. */
async function member(): Promise<{ who: TestPerson; id: string }> {
  const who = await newcomer(cloud)
  const id = await applyToPhoto(cloud, who)
  expectData(await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' }))
  return { who, id }
}

/** Tang's own membership of 光影摄影社, who has asked for it last of all. */
async function presidency(): Promise<MembershipDocument> {
  const application = await membershipIn(cloud, (await member()).id)
  if (!application) throw new Error('Nobody has applied')
  const { employeeId, name, site, department } = tang
  return {
    ...application,
    _id: `${photo}:${employeeId}`,
    employeeId,
    applicant: { employeeId, name, site, department },
    joinedKey: sortKey(NOW + DAY_MS, employeeId),
  }
}

interface Listed {
  members: MemberView[]
  next: string | null
  more: boolean
  presiding: boolean
  holdsOffice: boolean
}
const list = (by: TestPerson, input: object = {}) =>
  cloud.call<Listed>(by.openid, 'union.listMembers', { associationId: photo, ...input })
const remove = (by: TestPerson, membershipId: string, requestId?: string) =>
  cloud.call(by.openid, 'union.removeMember', { membershipId, reason: '一年没有来' }, requestId)

describe('members', () => {
  it('are listed page by page, the president first, then by when they came in, each once, and found by the beginning of a name or number', async () => {
    const own = await presidency()
    const lateId = `${photo}:VC000001`
    await cloud.engine.insertMany('union_memberships', [
      { ...own },
      { ...own, _id: lateId, employeeId: 'VC000001', joinedKey: sortKey(NOW + 2 * DAY_MS, lateId) },
    ])
    const made: string[] = []
    for (let index = 0; index < 22; index += 1) made.push((await member()).id)
    const first = expectData(await list(lin))
    expect(first.members[0]).toMatchObject({ presiding: true, person: { employeeId: tang.employeeId } })
    const second = expectData(await list(lin, { after: first.next }))
    expect(second.next).toBeNull()
    const ids = [...first.members, ...second.members].map(({ membershipId }) => membershipId)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids.slice(-made.length - 1)).toEqual([...made, lateId])
    const { person } = first.members[3] as MemberView
    expect(expectData(await list(lin, { text: person.employeeId })).members).toMatchObject([{ person }])
    expect(expectData(await list(lin, { text: 'xintongshi' })).members.length).toBeGreaterThan(0)
    expect(expectData(await list(lin, { text: '王砚秋' })).members).toEqual([])
    expectError(
      'union.listMembers',
      await cloud.call(lin.openid, 'union.listMembers', { associationId: 'none' }),
      'UNION_ASSOCIATION_MISSING',
    )
  })

  it('are listed by the pinyin of their names after the president, page by page, each once', async () => {
    await cloud.engine.insertMany('union_memberships', [{ ...(await presidency()) }]).catch(() => undefined)
    const rows: MemberView[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page: Listed = expectData(await list(lin, { order: 'name', ...(after ? { after } : {}) }))
      rows.push(...page.members)
      after = page.next
    }
    const ids = rows.map(({ membershipId }) => membershipId)
    expect(ids).toEqual([...new Set(ids)])
    const all = await cloud.dump<{ associationId: string; state: string }>('union_memberships')
    expect(ids).toHaveLength(
      all.filter(({ associationId, state }) => associationId === photo && state === 'member').length,
    )
    expect(rows[0]).toMatchObject({ presiding: true, person: { employeeId: tang.employeeId } })
    const names = rows.slice(1).map(({ person }) => syllablesOf(person.name).join('-'))
    expect(names).toEqual([...names].sort())
    expect(new Set(names).size).toBeGreaterThan(1)
  })

  it('are longer there who were taken in first, whenever they asked', async () => {
    const [first, second] = [await newcomer(cloud), await newcomer(cloud)]
    const [asked, askedLater] = [await applyToPhoto(cloud, first), await applyToPhoto(cloud, second)]
    for (const [days, id] of [
      [3, askedLater],
      [4, asked],
    ] as const) {
      await cloud.clock(new Date(NOW + days * DAY_MS).toISOString())
      expectData(await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' }))
    }
    const ids: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page: Listed = expectData(await list(lin, after ? { after } : {}))
      ids.push(...page.members.map(({ membershipId }) => membershipId))
      after = page.next
    }
    expect(ids.slice(-2)).toEqual([askedLater, asked])
  })

  it('are told apart from outsiders: only the president may do more than look', async () => {
    expect(expectData(await list(lin))).toMatchObject({ presiding: false, holdsOffice: false })
    expect(expectData(await list(tang))).toMatchObject({ presiding: true, holdsOffice: true })
  })
})

describe('removing a member', () => {
  it('tells them why, counts them off once, keeps the trail, and lets them apply again', async () => {
    const { who, id } = await member()
    const before = (await membersOf(cloud, photo)) ?? 0
    const first = await remove(tang, id, 'remove-0001')
    expect(expectData(first)).toEqual({ state: 'removed' })
    expect(await remove(tang, id, 'remove-0001')).toEqual(first)
    expectError('union.removeMember', await remove(tang, id), 'UNION_TRANSITION_REFUSED')
    expect(await membersOf(cloud, photo)).toBe(before - 1)
    expect((await membershipIn(cloud, id))?.trail.at(-1)).toMatchObject({
      action: 'remove',
      by: { employeeId: tang.employeeId },
      reason: '一年没有来',
    })
    expect((await noticesTo(cloud, who)).map(({ title }) => title)).toContain('你不再是光影摄影社的会员')
    const receipts = await cloud.dump<{ audit?: { subject: string } }>('platform_receipts')
    expect(receipts.some(({ audit }) => audit?.subject === `union_memberships/${id}`)).toBe(true)
    expect(await applyToPhoto(cloud, who)).toBe(id)
  })

  it('is for the president of that association, and never of the president', async () => {
    const { id } = await member()
    expectError('union.removeMember', await remove(zhao, id), 'UNION_APPLICATION_MISSING')
    expectError('union.removeMember', await remove(wang, id), 'NOT_ALLOWED')
    expectError('union.removeMember', await remove(tang, `${photo}:none`), 'UNION_APPLICATION_MISSING')
  })
})

describe('the list as a file', () => {
  it('has a line for each member, for the president alone, and that it was made is audited', async () => {
    const { who } = await member()
    const made = (by: TestPerson) =>
      cloud.call<{ csv: string; members: number; complete: boolean }>(by.openid, 'union.exportMembers', {
        associationId: photo,
      })
    const { csv, members, complete } = expectData(await made(tang))
    const lines = csv.split('\r\n')
    expect(lines[0]).toBe('编号,姓名,园区,部门,入会日期,职务')
    expect(lines).toHaveLength(members + 1)
    expect(complete).toBe(true)
    expect(lines).toContain(`${who.employeeId},${who.name},${who.site},${who.department},2026-11-24,会员`)
    expectError('union.exportMembers', await made(zhao), 'UNION_ASSOCIATION_MISSING')
    expectError('union.exportMembers', await made(lin), 'NOT_ALLOWED')
  })
})

describe('the president’s page', () => {
  const open = (by: TestPerson, associationId?: string) =>
    cloud.call<{
      pending: number
      lateCount: number
      late: { membershipId: string }[]
      medianMs: number | null
    }>(by.openid, 'union.openPresidency', associationId === undefined ? {} : { associationId })

  it('names who has waited for two days, and how long decisions take', async () => {
    const who = await newcomer(cloud)
    const id = await applyToPhoto(cloud, who)
    const early = expectData(await open(tang))
    expect(early.late).toEqual([])
    expect(early.medianMs).toBe(0)
    await cloud.clock(new Date(NOW + 2 * DAY_MS).toISOString())
    const late = expectData(await open(tang, photo))
    expect(late.late).toContainEqual(expect.objectContaining({ membershipId: id }))
    expectError('union.openPresidency', await open(zhao, photo), 'UNION_ASSOCIATION_MISSING')
  })

  it('lists the events that are neither over nor called off, the next first', async () => {
    const later = await newEvent(cloud, { startsAt: NOW + 4 * DAY_MS })
    const startsAt = NOW + DAY_MS
    const times = { startsAt, endsAt: startsAt + 2 * HOUR_MS, joinUntil: startsAt, cancelUntil: startsAt }
    const next = await newEvent(cloud, times)
    const off = await newEvent(cloud)
    expectData(await cloud.call(tang.openid, 'union.callOffEvent', { eventId: off, reason: '下雨了' }))
    await cloud.clock(new Date(NOW + DAY_MS + HOUR_MS).toISOString())
    const ids = async () =>
      expectData(
        await cloud.call<{ events: { eventId: string }[] }>(tang.openid, 'union.openPresidency', {
          associationId: photo,
        }),
      ).events.map(({ eventId }) => eventId)
    expect(await ids()).toEqual([next, later])
    await cloud.clock(new Date(NOW + DAY_MS + 3 * HOUR_MS).toISOString())
    expect(await ids()).toEqual([later])
    await cloud.clock(new Date(NOW).toISOString())
  })

  it('counts all who wait, and who have for two days, also more than it names', async () => {
    const before = expectData(await open(tang, photo))
    const application = await membershipIn(cloud, await applyToPhoto(cloud, await newcomer(cloud)))
    const appliedAt = NOW - 2 * DAY_MS
    const copies = Array.from({ length: 60 }, (_copy, index) => ({
      ...{ ...application, _id: `${photo}:many-${index}`, employeeId: `many-${index}`, appliedAt },
      appliedKey: `many-${index}`,
    }))
    await cloud.engine.insertMany('union_memberships', copies)
    const { pending, lateCount, late } = expectData(await open(tang, photo))
    expect([pending - before.pending, lateCount - before.lateCount, late.length]).toEqual([61, 60, 50])
    await cloud.engine.execute('database.removeDocument', {
      collectionName: 'union_memberships',
      queryType: 'WHERE',
      query: JSON.stringify({ appliedAt }),
      multi: true,
    })
  })

  it('is backed by a reminder every two days while the application waits', async () => {
    const who = await newcomer(cloud)
    const id = await applyToPhoto(cloud, who)
    const reminders = async () =>
      (await noticesTo(cloud, tang)).filter(({ title, target }) => target?.id === id && /还在等/.test(title))
        .length
    for (const [after, expected] of [
      [2 * DAY_MS - 1, 0],
      [2 * DAY_MS, 1],
      [3 * DAY_MS, 1],
      [4 * DAY_MS, 2],
    ] as const) {
      await cloud.clock(new Date(NOW + after).toISOString())
      await cloud.timer('union', 'tend')
      expect([after, await reminders()]).toEqual([after, expected])
    }
    expectData(await cloud.call(tang.openid, 'union.decide', { membershipIds: [id], decision: 'approve' }))
    await cloud.clock(new Date(NOW + 8 * DAY_MS).toISOString())
    await cloud.timer('union', 'tend')
    expect(await reminders()).toBe(2)
  })
})
