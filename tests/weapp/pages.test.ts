import { DemoCloud, START_MS_MAX } from '../support/weapp/cloud'
import { depthOf, nodesOf } from '../support/weapp/looking'
import { MiniProgram, readAppJson } from '../support/weapp/miniProgram'
import type { ShownWorld, Visit } from '../support/weapp/visit'
import { visits } from '../support/weapp/visits'

const STARTS_AT = '2026-11-24T07:30:00+08:00'
/** WeChat's experience audit: fewer nodes than this on a page, and fewer levels. */
const NODES_MAX = 1_000
const DEPTH_MAX = 30
/** WeChat refuses 1 MB and advises a quarter of it. */
const SET_DATA_BYTES_MAX = 256 * 1_024
/** The most that any page took when this was written is 10: the coins of the statement count up. */
const SET_DATA_CALLS_MAX = 15

const { pages, subPackages } = readAppJson()
const declared = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))]

const cloud = new DemoCloud()
let world: ShownWorld

beforeAll(async () => {
  await cloud.start(STARTS_AT)
  const posts = await cloud.dump<{ _id: string; title: string }>('forum_posts')
  const orders = await cloud.dump<{ _id: string; employeeId: string; state: string }>('mall_orders')
  const foundings = await cloud.dump<{ _id: string; name: string }>('union_foundings')
  const reviews = await cloud.dump<{ _id: string; state: string }>('forum_reviews')
  const reviewIn = (state: string) => reviews.find(review => review.state === state)?._id ?? ''
  const news = await cloud.dump<{ _id: string; title: string }>('notice_news')
  const places = await cloud.dump<{ _id: string; kind: string; employeeId: string }>('booking_places')
  const candidates = await cloud.dump<{ _id: string; state: string }>('careers_candidates')
  const tickets = await cloud.dump<{ _id: string; state: string }>('selfservice_tickets')
  world = {
    reviewId: reviewIn('open'),
    appealId: reviewIn('appealed'),
    newsId: news.find(({ title }) => title.includes('年终慰问礼'))?._id ?? '',
    candidateId: candidates.find(({ state }) => state === 'interviewing')?._id ?? '',
    ticketId: tickets.find(({ state }) => state === 'inProgress')?._id ?? '',
    visitId: places.find(({ kind, employeeId }) => kind === 'visit' && employeeId === 'VC018842')?._id ?? '',
    foundingId: foundings.find(({ name }) => name === '手冲咖啡社')?._id ?? '',
    postId: posts.find(({ title }) => title.includes('空气悬架'))?._id ?? '',
    orderId:
      orders.find(({ employeeId, state }) => employeeId === 'VC018842' && state === 'received')?._id ?? '',
  }
}, START_MS_MAX)
afterAll(() => cloud.stop())

test('visits every page that the artefact declares', () => {
  expect(Object.keys(visits).sort()).toEqual([...declared].sort())
})

test.each(declared)(
  '%s opens from a link, in full, without a complaint, within WeChat’s limits',
  async route => {
    const { who, shows, parameters } = visits[route] as Visit
    const url = `/${route}${parameters?.(world) ?? ''}`
    const phone = new MiniProgram({ call: cloud.for(`demo-${who}`), startsAt: STARTS_AT, url })
    await phone.see(shows)
    await phone.settle()
    const { dom, setData } = phone.top
    expect(phone.top.route).toBe(route)
    expect(phone.complaints).toEqual([])
    expect(nodesOf(dom)).toBeLessThan(NODES_MAX)
    expect(depthOf(dom)).toBeLessThan(DEPTH_MAX)
    expect(setData.bytesMax).toBeLessThanOrEqual(SET_DATA_BYTES_MAX)
    expect(setData.calls).toBeGreaterThan(0)
    expect(setData.calls).toBeLessThanOrEqual(SET_DATA_CALLS_MAX)
    phone.shutDown()
  },
)

test('the functions had nothing to complain of', () => {
  expect(cloud.complaints).toEqual([])
})
