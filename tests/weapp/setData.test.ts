import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PostDocument } from '../../cloudfunctions/forum/store'
import type { OrderDocument, ProductDocument } from '../../cloudfunctions/mall/store'
import type { NoticeDocument } from '../../cloudfunctions/notice/store'
import type { AssociationDocument, MembershipDocument } from '../../cloudfunctions/union/store'
import { DemoCloud, START_MS_MAX } from '../support/weapp/cloud'
import { MiniProgram, type OpenPage } from '../support/weapp/miniProgram'

/** `npm run bench` reads what is counted here. */
const COUNTS_FILE = join(__dirname, '../../.cache/bench/setData.json')
/** WeChat's experience audit: the most that one setData may carry, here for all of a page's together. */
const SET_DATA_BYTES_MAX = 256 * 1_024
/** So many looks without a change, and the page has come to rest. */
const QUIET_LOOKS = 12

const STARTS_AT = '2026-11-24T12:20:00+08:00'
const OPENID = 'demo-linxiaochuan'
const EMPLOYEE = 'VC018842'
/** Where this person presides. */
const ASSOCIATION = 'lens'

interface World {
  posts: PostDocument[]
  products: ProductDocument[]
  orders: OrderDocument[]
  associations: AssociationDocument[]
  memberships: MembershipDocument[]
  notices: NoticeDocument[]
}

interface Counts {
  label: string
  cloudCalls: string[]
  calls: number
  bytes: number
}

const counts: Counts[] = []
const cloud = new DemoCloud()
let program: MiniProgram
let world: World
let launched: Counts

beforeAll(async () => {
  await cloud.start(STARTS_AT)
  world = {
    posts: await cloud.dump('forum_posts'),
    products: await cloud.dump('mall_products'),
    orders: await cloud.dump('mall_orders'),
    associations: await cloud.dump('union_associations'),
    memberships: await cloud.dump('union_memberships'),
    notices: await cloud.dump('notice_messages'),
  }
  program = new MiniProgram({ call: cloud.for(OPENID), startsAt: STARTS_AT })
  launched = await count('home, at launch', async () => undefined, '大家在聊', 'the launch')
}, START_MS_MAX)

/** Back to home: a page that stays open below reads again what an action outdates. */
afterEach(() => {
  while (program.pages.length > 1) program.navigateBack()
})

afterAll(async () => {
  program.shutDown()
  await cloud.stop()
  mkdirSync(dirname(COUNTS_FILE), { recursive: true })
  writeFileSync(COUNTS_FILE, JSON.stringify(counts, null, 2))
})

/** Waits until the top page shows a text and nothing changes any more. */
async function rest(text: string): Promise<void> {
  await program.see(text)
  let seen = -1
  let looks = 0
  await program.until(
    () => {
      looks = program.top.setData.calls === seen ? looks + 1 : 0
      seen = program.top.setData.calls
      return looks >= QUIET_LOOKS
    },
    () => `${program.top.route} never comes to rest`,
  )
}

/** Counts what goes to the cloud and between the threads while something is done, until the top page shows a text. */
/** An open post asks by itself what is new; the words of the house are fetched once, whatever is open then. */
const OF_ITSELF = ['forum.tailComments', 'knowledge.openGlossary']

async function count(
  label: string,
  act: () => Promise<void>,
  text: string,
  since: 'now' | 'the launch' = 'now',
): Promise<Counts> {
  const cloudBefore = since === 'now' ? program.phone.calls.length : 0
  const pages = new Set<OpenPage>(program.pages)
  const before = since === 'now' ? sumOf(pages) : { calls: 0, bytes: 0 }
  await act()
  await rest(text)
  const after = sumOf(pages.add(program.top))
  const called = program.phone.calls.slice(cloudBefore)
  const counted = {
    label,
    cloudCalls: called
      .map(({ name, procedure }) => `${name}.${procedure}`)
      .filter(name => !OF_ITSELF.includes(name)),
    calls: after.calls - before.calls,
    bytes: after.bytes - before.bytes,
  }
  counts.push(counted)
  return counted
}

function sumOf(pages: Iterable<OpenPage>): { calls: number; bytes: number } {
  const sum = { calls: 0, bytes: 0 }
  for (const { setData } of pages) {
    sum.calls += setData.calls
    sum.bytes += setData.bytes
  }
  return sum
}

const first = <T>(list: readonly T[], is: (one: T) => boolean): T => {
  const found = list.find(is)
  if (!found) throw new Error('The demonstration world has no such thing')
  return found
}
const newest = (posts: readonly PostDocument[]): PostDocument =>
  first([...posts].reverse(), ({ state }) => state === 'live')
const isMine = ({ author }: PostDocument): boolean => author.employeeId === EMPLOYEE
/** The newest of mine: lists show that first. */
const own = <T extends { employeeId: string }>(list: readonly T[]): T =>
  first([...list].reverse(), ({ employeeId }) => employeeId === EMPLOYEE)
const livePost = () =>
  first(world.posts, ({ state, author }) => state === 'live' && author.employeeId !== EMPLOYEE)
const ownOrder = () => own(world.orders)
const pending = () =>
  first(world.memberships, ({ associationId, state }) => associationId === ASSOCIATION && state === 'pending')
/** The latest decision: the list shows it first, and not all of them. */
const decided = () =>
  first(
    [...world.memberships].sort((a, b) => ((a.decidedKey ?? '') < (b.decidedKey ?? '') ? 1 : -1)),
    ({ associationId, state }) => associationId === ASSOCIATION && state === 'member',
  )
const affordable = () => first(world.products, ({ on, stock, price }) => on && stock > 0 && price <= 500)
const joinable = () =>
  first(
    world.associations,
    ({ _id, open }) =>
      open &&
      !world.memberships.some(one => one.associationId === _id && one.employeeId === EMPLOYEE) &&
      _id !== ASSOCIATION,
  )

/** Page, what it is opened with, what it shows when it is there, and the procedure it calls. */
const screens: readonly [
  page: string,
  address: () => string,
  text: () => string,
  calls: readonly string[],
][] = [
  ['talk', () => '/pages/fun/index', () => newest(world.posts).title, ['forum.openFeed']],
  ['energy', () => '/pages/energy/index', () => '我的订单', ['growth.openEnergy']],
  ['desk', () => '/pages/admin/index', () => pending().applicant.name, ['access.openInbox']],
  ['compose', () => '/rooms/forum/pages/compose/index', () => '发到哪个版块', ['forum.openCompose']],
  [
    'my posts',
    () => '/rooms/forum/pages/mine/index',
    () => newest(world.posts.filter(isMine)).title,
    ['forum.listMine'],
  ],
  ['statement', () => '/rooms/coin/pages/statement/index', () => '发帖', ['coin.openStatement']],
  [
    'my applications',
    () => '/rooms/union/pages/mine/index',
    () => own(world.memberships).associationName,
    ['union.listMyApplications'],
  ],
  [
    'approval',
    () => `/rooms/access/pages/approval/index?kind=application&id=${encodeURIComponent(pending()._id)}`,
    () => pending().applicant.name,
    ['union.openApplication'],
  ],
  [
    'decided',
    () => '/rooms/access/pages/decided/index',
    () => decided().applicant.name,
    ['union.listDecided'],
  ],
  [
    'product',
    () => `/rooms/mall/pages/product/index?productId=${affordable()._id}`,
    () => affordable().name,
    ['mall.openProduct'],
  ],
  ['my orders', () => '/rooms/mall/pages/orders/index', () => ownOrder().productName, ['mall.listOrders']],
  [
    'order',
    () => `/rooms/mall/pages/order/index?orderId=${ownOrder()._id}`,
    () => ownOrder().productName,
    ['mall.openOrder'],
  ],
  ['inbox', () => '/rooms/notice/pages/inbox/index', () => own(world.notices).title, ['notice.listNotices']],
  ['profile', () => '/rooms/identity/pages/profile/index', () => EMPLOYEE, ['identity.openProfile']],
]

test.each(screens)(
  '%s calls its one procedure and stays within what the threads may exchange',
  async (page, address, text, calls) => {
    const counted = await count(page, async () => void program.navigateTo(address()), text())
    expect(counted.cloudCalls).toEqual(calls)
    expect(counted.bytes).toBeGreaterThan(0)
    expect(counted.bytes).toBeLessThanOrEqual(SET_DATA_BYTES_MAX)
  },
)

test('a launch asks who is calling, once, beside what home shows', () => {
  expect([...launched.cloudCalls].sort()).toEqual(['content.openHome', 'identity.openSession'])
})

test('a post and a like cost one call; a comment also reads the session again, whose balance home shows below', async () => {
  const post = livePost()
  const open = async () => void program.navigateTo(`/rooms/forum/pages/post/index?postId=${post._id}`)
  const opened = await count('post', open, post.title)
  expect(opened.cloudCalls).toEqual(['forum.openPost'])
  const like = () => program.tap(`赞，现在 ${post.likes} 个赞`)
  const liked = await count('post: like', like, `${post.likes + 1}`)
  expect(liked.cloudCalls).toEqual(['forum.likePost'])
  const comment = async () => {
    await program.type('写评论', '排队大约十分钟。')
    await program.tap('发送')
  }
  const commented = await count('post: comment', comment, '排队大约十分钟。')
  expect(commented.cloudCalls).toEqual(['forum.addComment', 'identity.openSession'])
})

test('an association costs one call; applying costs one, one to see where it stands and one for WeChat’s leave to tell', async () => {
  const { _id, name, questions } = joinable()
  const open = async () =>
    void program.navigateTo(`/rooms/union/pages/association/index?associationId=${_id}`)
  const opened = await count('association', open, name)
  expect(opened.cloudCalls).toEqual(['union.openAssociation'])
  const apply = async () => {
    await program.tap('申请加入')
    for (const { options } of questions) await program.tap(options[0] ?? '')
    await program.type('想对会长说', '周三晚上都有空。')
    await program.see('会长能看到你的姓名')
    await program.tap('提交申请')
  }
  const applied = await count('association: apply', apply, '我的申请')
  const [first, ...then] = applied.cloudCalls
  expect(first).toBe('union.apply')
  expect(then.sort()).toEqual(['notice.recordPermissions', 'union.openAssociation'])
})
