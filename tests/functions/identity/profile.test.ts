import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { atDesk, DESK, MALL_CLOCK, newBuyer, newProduct } from '../../support/mallWorld'
import { insertPeople, people } from '../../support/people'

const { lin, zhao } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: MALL_CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('mall_desks', [DESK])
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
})
afterAll(() => cloud.close())

test('shows somebody who has done nothing yet an empty account', async () => {
  expect(expectData(await cloud.call(lin.openid, 'identity.openProfile'))).toEqual({
    me: {
      employeeId: lin.employeeId,
      name: lin.name,
      site: lin.site,
      department: lin.department,
      grants: [],
      joinedOn: '2019-03-04',
    },
    phoneMasked: '138****0426',
    avatar: null,
    balance: 0,
    debt: 0,
    experience: 0,
    earnedToday: 0,
    unread: 0,
    ordersUnderWay: 0,
    posts: 0,
    comments: 0,
    likes: 0,
    favourites: 0,
    associations: 0,
    places: 0,
    tickets: 0,
    badges: ['anniversary'],
    streak: expect.objectContaining({ daysInRow: 0, longest: 0, checkedToday: false }),
    deletion: null,
    trend: [],
    now: Date.parse(MALL_CLOCK),
  })
})

test('counts coins, what was earned today, orders under way, posts, associations and tickets', async () => {
  const buyer = await newBuyer(cloud, 100)
  const productId = await newProduct(cloud, { stock: 3, price: 30 })
  const order = { productId, quantity: 1, priceSeen: 30, delivery: atDesk }
  expectData(await cloud.call(buyer.openid, 'mall.redeem', order, newRequestId()))
  const post = { boardId: 'life', title: '标题', body: '正文' }
  expectData(await cloud.call(buyer.openid, 'forum.createPost', post, newRequestId()))
  await cloud.engine.insertMany('union_memberships', [
    { _id: `run:${buyer.employeeId}`, employeeId: buyer.employeeId, state: 'member' },
    { _id: `choir:${buyer.employeeId}`, employeeId: buyer.employeeId, state: 'pending' },
  ])
  await cloud.engine.insertMany('selfservice_tickets', [
    { _id: 'lamp', employeeId: buyer.employeeId, column: 'working' },
    { _id: 'chair', employeeId: buyer.employeeId, column: 'over' },
  ])
  expect(expectData(await cloud.call(buyer.openid, 'identity.openProfile'))).toMatchObject({
    balance: 75,
    earnedToday: 5,
    ordersUnderWay: 1,
    posts: 1,
    associations: 1,
    tickets: 1,
    trend: expect.arrayContaining([100, 75]),
  })
})

test('counts what was said and how often it was liked', async () => {
  const own = { author: { employeeId: zhao.employeeId }, state: 'live' }
  const liked = (likes: number) => ({
    ...own,
    likes,
    ...(likes > 0 ? { likedAt: Date.parse(MALL_CLOCK) } : {}),
  })
  await cloud.engine.insertMany('forum_posts', [
    { _id: 'liked', ...liked(3) },
    { _id: 'gone', ...liked(5), state: 'removed' },
    { _id: 'new', ...liked(0) },
  ])
  await cloud.engine.insertMany('forum_comments', [
    { _id: 'said', postId: 'liked', ...liked(1) },
    // More than is counted to, and those that were liked last among them.
    ...Array.from({ length: 99 }, (_one, place) => ({ _id: `said-${place}`, postId: 'new', ...liked(0) })),
  ])
  const profile = expectData(await cloud.call(zhao.openid, 'identity.openProfile'))
  expect(profile).toMatchObject({ posts: 2, comments: 99, likes: 4 })
})

test('tells a president over what', async () => {
  const session = await cloud.call(zhao.openid, 'identity.openSession')
  expect(expectData(session)).toMatchObject({
    me: { grants: [{ role: 'president', scopeId: 'badminton' }] },
  })
})
