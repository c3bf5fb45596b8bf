import { TermWords } from '@domain/knowledge/schemas'
import { checkDraw } from '@domain/live/draw'
import { audienceKeysOf } from '@domain/notice/news'
import { problemsOf } from '@domain/selfservice/validity'
import type { AdviserView, DashboardView } from '@domain/stats/contract'
import type { CentreDocument } from '../../../cloudfunctions/booking/store'
import type { ArticleDocument } from '../../../cloudfunctions/content/store'
import type { CommentDocument, PostDocument } from '../../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type {
  LookDocument,
  PaperDocument,
  SuggesterDocument,
  SuggestionDocument,
  TallyDocument,
  TermDocument,
} from '../../../cloudfunctions/knowledge/store'
import type { DrawDocument } from '../../../cloudfunctions/live/store'
import type {
  FavouriteDocument,
  LineDocument,
  TimetableDocument,
} from '../../../cloudfunctions/selfservice/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { attack, scopedProcedures } from '../../support/scopeAttack'

const NOW = '2026-11-24T07:40:00+08:00'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ seed: 'demo', clock: NOW, workers: 1 })
})
afterAll(() => cloud.close())

const idsOf = (documents: readonly { _id: string }[]) => new Set(documents.map(({ _id }) => _id))
const missingIn = (known: ReadonlySet<string>, ids: readonly string[]) => ids.filter(id => !known.has(id))

it('has an applicant from elsewhere who can be shown the association where they work', async () => {
  const membershipId = 'lens:VC022618'
  const opened = await cloud.call('demo-linxiaochuan', 'union.openApplication', { membershipId })
  expect(expectData(opened)).toMatchObject({ nearer: { name: '成都摄影分社', president: '顾念' } })
})

it('shows what a board can do: an announcement and a post on top, a featured one, and a ranking that has moved', async () => {
  type Feed = { pinned: { author: { official: boolean } }[]; posts: { featured: boolean }[] }
  const feed = async (input: object) =>
    expectData(await cloud.call<Feed>('demo-linxiaochuan', 'forum.openFeed', input))
  expect((await feed({ boardId: 'xc90' })).pinned).toMatchObject([{ author: { official: true } }])
  expect((await feed({ boardId: 'commute' })).pinned).toMatchObject([{ author: { official: false } }])
  expect((await feed({ sort: 'featured' })).posts).toMatchObject([{ featured: true }])
  const ranked = await cloud.call<{ topics: { rankBefore: number }[] }>(
    'demo-linxiaochuan',
    'forum.listTopics',
  )
  const before = expectData(ranked).topics.map(({ rankBefore }) => rankBefore)
  expect(new Set(before).size).toBe(before.length)
})

it('shows what is said beside a thing to those whom the thing is for', async () => {
  const articles = await cloud.dump<ArticleDocument>('content_articles')
  const posts = await cloud.dump<PostDocument>('forum_posts')
  const beside = posts.filter(({ state }) => state === 'beside')
  expect(beside.length).toBeGreaterThan(0)
  for (const post of beside) expect(post.beside).toBeDefined()
  const postOf = (articleId: string) => beside.find(({ _id }) => _id === `article.${articleId}`)
  const few = articles.find(({ _id, shownTo }) => shownTo !== '' && shownTo !== 'all' && postOf(_id))
  expect(postOf(few?._id ?? '')?.beside).toMatchObject({ shownTo: few?.shownTo, shownFrom: few?.publishAt })
  // Nobody of the other places or departments, and no writer, host or moderator either.
  const others = (await cloud.dump<EmployeeDocument>('identity_employees')).filter(
    ({ boundAt, status, site, department, grants }) =>
      boundAt !== null &&
      status === 'active' &&
      grants.length === 0 &&
      !audienceKeysOf({ site, department, associationIds: [] }).includes(few?.shownTo ?? ''),
  )
  const postId = `article.${few?._id}`
  const reply = await cloud.call(others[0]?.openid ?? '', 'forum.openPost', { postId }, newRequestId())
  expectError('forum.openPost', reply, 'FORUM_POST_MISSING')
})

it('tells whoever suggested a word what became of it', async () => {
  const suggesters = await cloud.dump<SuggesterDocument>('knowledge_suggesters')
  const suggestions = await cloud.dump<SuggestionDocument>('knowledge_suggestions')
  const open = suggestions.filter(({ state }) => state === 'open')
  expect(suggesters.flatMap(({ openIds }) => openIds).sort()).toEqual([...idsOf(open)].sort())
  const suggestionId = open.find(({ word }) => word === '黄鱼车')?._id
  const input = { suggestionId, reason: '先不收' }
  const reply = await cloud.call('demo-mengchuan', 'knowledge.refuseSuggestion', input, newRequestId())
  expect(expectData(reply)).toEqual({ refused: true, told: true })
})

it('has a glossary whose words lead to words, and papers whose files a reader can open', async () => {
  const terms = await cloud.dump<TermDocument>('knowledge_terms')
  expect(terms.length).toBeGreaterThan(120)
  expect(
    missingIn(
      idsOf(terms),
      terms.flatMap(({ relatedIds }) => relatedIds),
    ),
  ).toEqual([])
  const known = idsOf(await cloud.dump<EmployeeDocument>('identity_employees'))
  expect(terms.filter(({ author }) => author).length).toBeGreaterThan(terms.length / 2)
  for (const { _id, live, version, changedIn, revisedAt, pinyin, letter, author, ...words } of terms) {
    if (author) expect(known).toContain(author.employeeId)
    expect({ _id, ...TermWords.safeParse(words) }).toMatchObject({ _id, success: true })
  }
  // A phone fetches all of it once, and WeChat's audit wants no answer above 128 KB.
  expect(Buffer.byteLength(JSON.stringify(terms))).toBeLessThan(128 * 1_024)
  const looks = await cloud.dump<LookDocument>('knowledge_looks')
  for (const { _id, people, downloads } of await cloud.dump<TallyDocument>('knowledge_tallies')) {
    const of = looks.filter(({ subject }) => subject === _id)
    expect([_id, of.length, of.filter(({ downloaded }) => downloaded).length]).toEqual([
      _id,
      people,
      downloads,
    ])
  }
  const papers = await cloud.dump<PaperDocument>('knowledge_documents')
  const begin = { pdf: '%PDF-1.5', xlsx: 'PK', docx: 'PK', pptx: 'PK' }
  for (const { _id, state, edition } of papers.filter(paper => paper.state === 'live')) {
    const taken = await cloud.call<{ url: string }>('demo-mengchuan', 'knowledge.takeDocument', {
      documentId: _id,
    })
    const file = Buffer.from(await (await fetch(expectData(taken).url)).arrayBuffer())
    expect([_id, state, file.length]).toEqual([_id, 'live', edition.bytes])
    expect(file.toString('latin1').startsWith(begin[edition.kind])).toBe(true)
  }
})

it('has an article with a film that storage serves', async () => {
  const articles = await cloud.dump<ArticleDocument>('content_articles')
  const told = articles.flatMap(
    ({ html }) => /<video[^>]* src="cloud:\/\/[^/"]+\/([^"]+)"/.exec(html)?.[1] ?? [],
  )
  expect(told).toHaveLength(1)
  const response = await fetch(`${cloud.url}/storage/${told[0]}`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'video/mp4'])
})

it('has timetables of buses in which every rule holds, and favourites at stops where one gets on', async () => {
  const timetables = await cloud.dump<TimetableDocument>('selfservice_timetables')
  const lines = new Map((await cloud.dump<LineDocument>('selfservice_lines')).map(one => [one._id, one.line]))
  for (const { lines: entries, ...network } of timetables) {
    const own = entries.flatMap(({ documentId }) => lines.get(documentId) ?? [])
    expect(own).toHaveLength(entries.length)
    expect(problemsOf({ ...network, lines: own })).toEqual([])
  }
  const favourites = await cloud.dump<FavouriteDocument>('selfservice_favourites')
  expect(favourites.length).toBeGreaterThan(20)
  for (const { lineId, stops } of favourites)
    for (const { directionId, stopId } of stops) {
      const line = lines.get(`shuttle-v1.${lineId}`)
      const way = line?.directions.find(one => one.directionId === directionId)
      expect(way?.stopIds.slice(0, -1)).toContain(stopId)
    }
})

it('holds nothing that somebody with roles over other things can read or change', async () => {
  // A procedure that a role over something opens has to be among them: a new one is tried by itself.
  expect(scopedProcedures.length).toBeGreaterThan(50)
  expect(await attack(cloud)).toEqual([])
})

it('has a draw that anybody can do again, and a broadcast that is still to come', async () => {
  const draws = await cloud.dump<DrawDocument>('live_draws')
  const done = draws.filter(({ state }) => state === 'drawn')
  expect(done.map(checkDraw)).toEqual([{ seed: true, list: true, winners: true }])
  expect(done[0]?.winners).toHaveLength(5)
  const [coming] = (await cloud.dump<{ startsAt: number; _id: string }>('live_broadcasts')).filter(
    ({ startsAt }) => startsAt > Date.parse(NOW),
  )
  expect(coming?._id).toBe('b-xc90')
})

it('shows everybody what they follow, and accounts that have readers', async () => {
  const feed = await cloud.call<{ posts: object[] }>('demo-linxiaochuan', 'forum.openFollowing')
  expect(expectData(feed).posts.length).toBeGreaterThan(0)
  const told = await cloud.call<{ accounts: { followers: number }[] }>('demo-maoqing', 'forum.openAccounts')
  expect(expectData(told).accounts.filter(({ followers }) => followers < 5)).toEqual([])
})

it('lets nobody send greetings from where they are not', async () => {
  const comments = await cloud.dump<CommentDocument>('forum_comments')
  const elsewhere = comments.filter(
    ({ body, author }) => /^从成都发来支持$/.test(body) && !author.site.includes('成都'),
  )
  expect(elsewhere.map(({ author }) => author.name)).toEqual([])
})

it('has people who registered while it was counted: some came back, went some way in their first week, and by month', async () => {
  const view = expectData(
    await cloud.call<DashboardView>('demo-ningyuan', 'stats.openDashboard', { span: 'month' }),
  )
  for (const { of, people } of view.retention) expect([of > 0, people <= of]).toEqual([true, true])
  expect(view.retention[0]?.people).toBeGreaterThan(0)
  expect(view.funnel.slice(0, 2).every(({ count }) => count > 0)).toBe(true)
  const months = view.cohorts.filter(({ later }) => later.some(({ of, people }) => of > 0 && people > 0))
  expect(months.map(({ month }) => month)).toEqual(['2026-08', '2026-09', '2026-10'])
  expect(view.tiles.find(({ key }) => key === 'registered')?.change).toBeGreaterThan(0)
})

it('has an hour to propose beside those that run, and somebody of operations who may put it into the rules', async () => {
  const ops = 'demo-ningyuan'
  const { proposals } = expectData(await cloud.call<AdviserView>(ops, 'stats.openAdviser'))
  expect(proposals.filter(({ running }) => !running)).toMatchObject([{ fromMinute: 720, toMinute: 780 }])
  expectData(await cloud.call(ops, 'coin.openRules'))
})

it('has posts that were read by whoever liked or answered them', async () => {
  const posts = await cloud.dump<PostDocument>('forum_posts')
  const sets = await cloud.dump<{ _id: string; readers: string[] }>('stats_readers')
  const shown = posts.filter(({ state }) => state === 'live')
  const counted = shown.map(({ _id, readers = 0 }) => [_id, readers])
  expect(shown.filter(({ likes, favourites, readers = 0 }) => readers < Math.max(likes, favourites))).toEqual(
    [],
  )
  expect(counted.filter(([, readers]) => readers !== 0)).toEqual(
    shown.flatMap(({ _id }) =>
      sets.filter(set => set._id === _id).map(({ readers }) => [_id, readers.length]),
    ),
  )
  expect(sets.length).toBeGreaterThan(10)
})

it('shows each kind of visit by a picture of its own', async () => {
  const centres = await cloud.dump<CentreDocument>('booking_centres')
  for (const { coverFileId, kinds = [] } of centres) {
    const pictures = [coverFileId, ...kinds.map(({ pictureFileId }) => pictureFileId)]
    expect(new Set(pictures).size).toBe(pictures.length)
  }
})
