import { auditDeposits } from '@domain/booking/depositAudit'
import { auditSeats } from '@domain/booking/seatAudit'
import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { dayOf, weekdayOf } from '@domain/kernel/time'
import type { JournalEntry } from '@domain/mall/journal'
import { auditOrders } from '@domain/mall/orderAudit'
import { auditStock } from '@domain/mall/stockAudit'
import { type DayDepartments, type DayFigures, GROUP_MIN, SMALL_GROUPS } from '@domain/stats/figures'
import type { CentreDocument, PlaceDocument, SessionDocument } from '../../../cloudfunctions/booking/store'
import type { HandDocument } from '../../../cloudfunctions/coin/store'
import type { CommentDocument, PostDocument } from '../../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { DrawDocument, PresenceDocument } from '../../../cloudfunctions/live/store'
import type { DeskDocument, OrderDocument, ProductDocument } from '../../../cloudfunctions/mall/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import type { AssociationDocument, MembershipDocument } from '../../../cloudfunctions/union/store'
import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'

const NOW = '2026-11-24T07:40:00+08:00'
const LIN = 'VC018842'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ seed: 'demo', clock: NOW, workers: 1 })
})

afterAll(() => cloud.close())

const idsOf = (documents: readonly { _id: string }[]) => new Set(documents.map(({ _id }) => _id))
const missingIn = (known: ReadonlySet<string>, ids: readonly string[]) => [
  ...new Set(ids.filter(id => !known.has(id))),
]

it('has a ledger in which the auditor finds nothing, and the balance that the screens show', async () => {
  const entries = await cloud.dump<Entry>('coin_entries')
  const accounts = await cloud.dump<Account>('coin_accounts')
  const { findings, sum } = audit({ entries, accounts })
  expect(findings).toEqual([])
  expect(sum).toBe(0)
  expect(entries.some(({ reason }) => reason === 'forum.liked')).toBe(true)
  expect(accounts.some(({ experience }) => experience > 1_000)).toBe(true)
  const lin = accounts.find(({ _id }) => _id === LIN)
  expect(Math.abs((lin?.balance ?? 0) - 1286)).toBeLessThanOrEqual(3)
})

it('has every coin out of something that was said, ordered, booked or given by hand', async () => {
  const places = await cloud.dump<PlaceDocument>('booking_places')
  const sources = new Set([
    ...idsOf(await cloud.dump<PostDocument>('forum_posts')),
    ...idsOf(await cloud.dump<CommentDocument>('forum_comments')),
    ...idsOf(await cloud.dump<OrderDocument>('mall_orders')),
    ...idsOf(await cloud.dump<HandDocument>('coin_hands')),
    ...places.flatMap(({ _id, turn }) => [_id, `${_id}#${turn}`]),
    ...(await cloud.dump<PresenceDocument>('live_presences')).flatMap(({ broadcastId, people }) =>
      Object.keys(people).map(employeeId => `${broadcastId}.${employeeId}`),
    ),
    ...(await cloud.dump<DrawDocument>('live_draws')).flatMap(({ _id, codes }) =>
      codes.map(code => `${_id}.${code}`),
    ),
  ])
  const entries = await cloud.dump<Entry>('coin_entries')
  expect(
    missingIn(
      sources,
      // The source of an earning by likes is the post and the number of the earning.
      entries
        .filter(({ reason }) => reason !== 'growth.checkIn')
        .map(({ sourceId }) => sourceId.replace(/\.\d+$/, '')),
    ),
  ).toEqual([])
  expect(
    missingIn(
      sources,
      entries.flatMap(({ subject }) => (subject ? [subject.id] : [])),
    ),
  ).toEqual([])
})

it('has exact counters: comments, likes, members and pieces', async () => {
  const comments = await cloud.dump<CommentDocument>('forum_comments')
  for (const post of await cloud.dump<PostDocument>('forum_posts')) {
    const under = comments.filter(({ postId }) => postId === post._id)
    expect(under).toHaveLength(post.written)
    expect(under.filter(({ state }) => state !== 'live')).toHaveLength(post.withdrawn)
    expect(new Set(post.likers).size).toBe(post.likes)
  }
  const memberships = await cloud.dump<MembershipDocument>('union_memberships')
  for (const { _id, members } of await cloud.dump<AssociationDocument>('union_associations'))
    expect(
      memberships.filter(({ associationId, state }) => associationId === _id && state === 'member'),
    ).toHaveLength(members)
  const orders = await cloud.dump<OrderDocument>('mall_orders')
  const journal = await cloud.dump<JournalEntry>('mall_journal')
  for (const product of await cloud.dump<ProductDocument>('mall_products'))
    expect(
      auditStock(
        product,
        orders.filter(({ productId }) => productId === product._id),
        journal.filter(({ productId }) => productId === product._id),
      ),
    ).toEqual([])
  expect(auditOrders(orders, await cloud.dump<Entry>('coin_entries'))).toEqual([])
})

it('has seats for everybody who has a place, and no more, and holds their deposits', async () => {
  const places = await cloud.dump<PlaceDocument>('booking_places')
  const sessions = await cloud.dump<SessionDocument>('booking_sessions')
  const facilities = await cloud.dump<{ _id: string; units?: { unitId: string }[] }>('booking_facilities')
  const courts = facilities.flatMap(({ units = [] }) => units.map(({ unitId }) => ({ _id: unitId })))
  const bookable = [
    ...(await cloud.dump<{ _id: string }>('union_events')),
    ...(await cloud.dump<{ _id: string }>('booking_centres')),
    ...(await cloud.dump<{ _id: string }>('booking_courses')),
    ...courts,
  ]
  const subjects = idsOf(bookable)
  for (const kind of ['event', 'visit', 'course', 'venue'])
    expect(sessions.filter(session => session.kind === kind).length).toBeGreaterThan(4)
  for (const session of sessions) {
    expect(subjects.has(session.subjectId)).toBe(true)
    const own = places.filter(({ sessionId }) => sessionId === session._id)
    expect(auditSeats(session, own)).toEqual([])
  }
  expect(auditDeposits(places, await cloud.dump<Entry>('coin_entries'))).toEqual([])
})

it('refers to nothing that is not there, and tells nothing of the future', async () => {
  const people = idsOf(await cloud.dump<EmployeeDocument>('identity_employees'))
  const posts = await cloud.dump<PostDocument>('forum_posts')
  const comments = await cloud.dump<CommentDocument>('forum_comments')
  const memberships = await cloud.dump<MembershipDocument>('union_memberships')
  const orders = await cloud.dump<OrderDocument>('mall_orders')
  const notices = await cloud.dump<NoticeDocument>('notice_messages')
  const mentioned = [
    ...[...posts, ...comments].map(({ author }) => author.employeeId),
    ...[...memberships, ...orders, ...notices].map(({ employeeId }) => employeeId),
    ...memberships.flatMap(({ trail }) => trail.map(({ by }) => by.employeeId)),
  ]
  expect(missingIn(people, mentioned)).toEqual([])
  const boards = idsOf(await cloud.dump('forum_boards'))
  expect(
    missingIn(
      boards,
      // What stands beside an article is on no board.
      posts.filter(({ state }) => state !== 'beside').map(({ boardId }) => boardId),
    ),
  ).toEqual([])
  expect(
    missingIn(
      idsOf(posts),
      comments.map(({ postId }) => postId),
    ),
  ).toEqual([])
  const associations = idsOf(await cloud.dump<AssociationDocument>('union_associations'))
  expect(
    missingIn(
      associations,
      memberships.map(({ associationId }) => associationId),
    ),
  ).toEqual([])
  const products = idsOf(await cloud.dump<ProductDocument>('mall_products'))
  expect(
    missingIn(
      products,
      orders.map(({ productId }) => productId),
    ),
  ).toEqual([])
  const desks = idsOf(await cloud.dump<DeskDocument>('mall_desks'))
  expect(
    missingIn(
      desks,
      orders.flatMap(({ delivery: { deskId } }) => (deskId ? [deskId] : [])),
    ),
  ).toEqual([])
  const reviews = await cloud.dump<{ _id: string }>('forum_reviews')
  const places = await cloud.dump<{ _id: string }>('booking_places')
  const targets = new Set([posts, memberships, orders, reviews, places].flatMap(each => [...idsOf(each)]))
  expect(
    missingIn(
      targets,
      notices.flatMap(({ target }) => (target ? [target.id] : [])),
    ),
  ).toEqual([])
  const times = [
    ...[...posts, ...comments].map(({ postedAt }) => postedAt),
    ...memberships.flatMap(({ trail }) => trail.map(({ at }) => at)),
    ...orders.flatMap(({ trail }) => trail.map(({ at }) => at)),
    ...notices.map(({ at }) => at),
  ]
  expect(Math.max(...times)).toBeLessThanOrEqual(Date.parse(NOW))
})

it('serves the film of a centre, and has centres without one', async () => {
  const centres = await cloud.dump<CentreDocument>('booking_centres')
  const films = centres.map(({ film }) => film).filter(film => film !== null)
  expect([films.length, centres.length - films.length]).toEqual([1, 2])
  for (const { fileId } of films) {
    const response = await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'video/mp4'])
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp')
  }
})

it('serves every picture that it refers to', async () => {
  const posts = await cloud.dump<PostDocument>('forum_posts')
  const associations = await cloud.dump<AssociationDocument>('union_associations')
  const products = await cloud.dump<ProductDocument>('mall_products')
  const facilities = await cloud.dump<{ coverFileId: string }>('booking_facilities')
  const courses = await cloud.dump<{ coverFileId: string }>('booking_courses')
  const fileIds = new Set([
    ...posts.flatMap(({ images }) => images.map(({ fileId }) => fileId)),
    ...[...associations, ...products, ...facilities, ...courses].map(({ coverFileId }) => coverFileId),
  ])
  expect(fileIds.size).toBeGreaterThan(30)
  for (const fileId of fileIds) {
    const response = await fetch(`${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)
    expect({ fileId, status: response.status, type: response.headers.get('content-type') }).toEqual({
      fileId,
      status: 200,
      type: 'image/png',
    })
  }
})

it('opens the screens of its people', async () => {
  const asked = [
    ['demo-linxiaochuan', 'identity.openSession', {}],
    ['demo-linxiaochuan', 'forum.openFeed', {}],
    ['demo-linxiaochuan', 'coin.openStatement', {}],
    ['demo-linxiaochuan', 'union.listAssociations', {}],
    ['demo-linxiaochuan', 'access.openInbox', {}],
    ['demo-suyutong', 'mall.openShop', {}],
    ['demo-wangyanqiu', 'mall.listFulfilment', { kind: 'home' }],
    ['demo-wangyanqiu', 'access.openInbox', {}],
    ['demo-chenjiahe', 'union.listMyApplications', {}],
    ['demo-suyutong', 'notice.listNotices', {}],
    ['demo-linxiaochuan', 'notice.openSettings', {}],
    ['demo-wangyanqiu', 'notice.openNewsDesk', {}],
  ] as const
  for (const [openid, name, input] of asked) expectData(await cloud.call(openid, name, input))
  const inbox = expectData(
    await cloud.call<{ waiting: { title: string }[] }>('demo-linxiaochuan', 'access.openInbox'),
  )
  expect(inbox.waiting.map(({ title }) => title)).toEqual(['陈嘉禾想加入', '许知远想加入', '沈一宁想加入'])
})

it('has an inbox with every hand in it, and tells nobody of old likes again', async () => {
  const inbox = await cloud.call<{ notices: { kind: string; title: string }[]; unread: object }>(
    'demo-linxiaochuan',
    'notice.listNotices',
  )
  const { notices, unread } = expectData(inbox)
  const kinds = new Set(notices.map(({ kind }) => kind))
  for (const kind of ['todo', 'reply', 'like', 'official'])
    expect([kind, kinds.has(kind)]).toEqual([kind, true])
  expect(unread).toMatchObject({ official: 3 })
  const before = await cloud.dump('notice_messages')
  await cloud.timer('forum', 'tend')
  expect((await cloud.dump('notice_messages')).length).toBe(before.length)
})

it('has nobody in an association before they were in the company, and newcomers in none', async () => {
  const employees = await cloud.dump<EmployeeDocument>('identity_employees')
  const joinedOn = new Map(employees.map(({ _id, joinedOn }) => [_id, joinedOn]))
  const memberships = await cloud.dump<MembershipDocument>('union_memberships')
  const tooEarly = memberships.filter(
    ({ employeeId, appliedAt }) => dayOf(appliedAt) < (joinedOn.get(employeeId) ?? ''),
  )
  expect(tooEarly.map(({ _id }) => _id)).toEqual([])
  const newcomers = employees.filter(({ joinedOn }) => joinedOn > '2026-11-01').map(({ _id }) => _id)
  expect(newcomers.length).toBeGreaterThan(0)
  const places = await cloud.dump<PlaceDocument>('booking_places')
  const joined = [...memberships, ...places].filter(({ employeeId }) => newcomers.includes(employeeId))
  expect(joined.map(({ _id }) => _id)).toEqual([])
})

it('holds events on the weekdays on which people speak of them', async () => {
  const sessions = await cloud.dump<SessionDocument>('booking_sessions')
  const weekdayNow = (id: string) => weekdayOf(sessions.find(({ _id }) => _id === id)?.startsAt ?? 0)
  const told = ['badminton-newcomers', 'bike-dishui', 'kids-cars', 'lens-hall', 'yoga-noon']
  expect(told.map(weekdayNow)).toEqual([4, 6, 7, 6, 3])
})

it('has the figures that the timer counts out of it', async () => {
  const before = await cloud.dump<DayFigures>('stats_daily')
  const departments = await cloud.dump<DayDepartments>('stats_departments')
  expect(
    departments.at(-1)?.departments.map(({ name, registered }) => [name, registered >= GROUP_MIN]),
  ).toEqual(['总装', '传播', '研发', SMALL_GROUPS].map(name => [name, true]))
  await cloud.clock('2026-11-25T07:40:00+08:00')
  await cloud.timer('stats', 'rollUp')
  const counted = (await cloud.dump<DayFigures>('stats_daily')).filter(({ _id }) => _id !== '2026-11-25')
  expect(counted).toEqual(before)
  const anew = await cloud.dump<DayDepartments>('stats_departments')
  expect(anew.filter(({ _id }) => _id !== '2026-11-25')).toEqual(departments)
})
