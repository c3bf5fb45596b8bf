import { SUGGESTIONS_OPEN_MAX } from '@domain/knowledge/suggestion'
import type { SuggestionDocument, TallyDocument } from '../../../cloudfunctions/knowledge/store'
import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { termWords } from '../../support/shelfSamples'

const { lin, chen, han, meng, tang } = people
const reason = '写得清楚，收了'
const NOW = '2026-11-24T08:00:00+08:00'

interface Fetched {
  version: number
  changed: { termId: string; zh: string; pinyin: string; letter: string; version: number }[]
  goneIds: string[]
}
interface Saved {
  termId: string
  version: number
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const run = <T>(who: TestPerson, name: string, input: object, requestId = newRequestId()) =>
  cloud.call<T>(who.openid, `knowledge.${name}`, input, requestId)
const fetchSince = async (since: number) =>
  expectData(await cloud.call<Fetched>(lin.openid, 'knowledge.openGlossary', { since }))
const save = async (zh: string, of?: Saved) =>
  expectData(await run<Saved>(meng, 'saveTerm', { ...(of ? { of } : {}), words: { ...termWords, zh } }))
const suggest = (who: TestPerson, input: object) => run<{ suggestionId: string }>(who, 'suggestTerm', input)
const audits = async () =>
  (
    await cloud.dump<{ audit?: { by: string; subject: string; before: object | null; after: object } }>(
      'platform_receipts',
    )
  ).flatMap(({ audit }) => (audit ? [audit] : []))

test('a phone fetches what has changed since its version, and nothing when nothing has', async () => {
  const first = await fetchSince(0)
  const cold = await save('冷浸')
  const after = await fetchSince(first.version)
  expect(after.changed).toEqual([
    expect.objectContaining({ termId: cold.termId, zh: '冷浸', pinyin: 'leng jin', letter: 'L', version: 1 }),
  ])
  expect(await fetchSince(after.version)).toEqual({
    version: after.version,
    changed: [],
    goneIds: [],
    wordbook: [],
  })
  const soak = await save('热浸')
  const changedAgain = await save('冷浸试验', cold)
  const news = await fetchSince(after.version)
  expect(news.changed.map(({ termId }) => termId)).toEqual([soak.termId, cold.termId])
  expectData(await run(meng, 'withdrawTerm', { ...changedAgain, reason }))
  expect(await fetchSince(news.version)).toEqual({
    version: news.version + 1,
    changed: [],
    goneIds: [cold.termId],
    wordbook: [],
  })
  expect((await fetchSince(9_999)).changed.map(({ termId }) => termId)).toEqual([soak.termId])
})

test('of two editors who have read the same version the second is told so; nobody writes what is gone', async () => {
  const term = await save('白车身')
  const changed = await save('白车身焊接', term)
  const words = { ...termWords, zh: '白车身涂装' }
  expectError('knowledge.saveTerm', await run(meng, 'saveTerm', { of: term, words }), 'KNOWLEDGE_CHANGED')
  expectError(
    'knowledge.withdrawTerm',
    await run(meng, 'withdrawTerm', { ...term, reason }),
    'KNOWLEDGE_CHANGED',
  )
  expectData(await run(meng, 'withdrawTerm', { ...changed, reason }))
  const gone = { termId: term.termId, version: 3 }
  expectError(
    'knowledge.saveTerm',
    await run(meng, 'saveTerm', { of: gone, words }),
    'KNOWLEDGE_TERM_MISSING',
  )
  expectError(
    'knowledge.withdrawTerm',
    await run(meng, 'withdrawTerm', { ...gone, reason }),
    'KNOWLEDGE_TERM_MISSING',
  )
  const subject = `knowledge_terms/${term.termId}`
  // All were written in the same moment; what was before says which followed which.
  const written = (await audits()).filter(audit => audit.subject === subject)
  const zh = (name: string) => expect.objectContaining({ zh: name })
  expect(written).toHaveLength(3)
  for (const [before, after] of [
    [null, zh('白车身')],
    [zh('白车身'), zh('白车身焊接')],
    [{ live: true }, { live: false, reason }],
  ])
    expect(written).toContainEqual({ by: meng.employeeId, subject, before, after })
})

test('how many have looked a word up is counted by the timer, each colleague once', async () => {
  const { termId } = await save('铝压铸')
  const look = async (who: TestPerson) =>
    expectData(await run<{ people: number; canEdit: boolean }>(who, 'lookUp', { kind: 'term', id: termId }))
  expect(await look(lin)).toMatchObject({ people: 1, canEdit: false })
  await look(lin)
  await look(chen)
  expect(await look(meng)).toMatchObject({ canEdit: true })
  await cloud.clock('2026-11-24T08:05:00+08:00')
  await cloud.timer('knowledge', 'tend')
  await cloud.timer('knowledge', 'tend')
  expect(await look(lin)).toMatchObject({ people: 3, canEdit: false })
  expect(await cloud.dump<TallyDocument>('knowledge_tallies')).toContainEqual({
    _id: `term:${termId}`,
    kind: 'term',
    people: 3,
    downloads: 0,
  })
  const energy = await cloud.call<{ sought: object[] }>(lin.openid, 'growth.openEnergy')
  expect(expectData(energy).sought).toEqual([])
  const desk = expectData(await run<{ topTerms: object[] }>(meng, 'openDesk', {}))
  expect(desk.topTerms).toEqual([{ id: termId, title: '', people: 3, downloads: 0 }])
  expectError(
    'knowledge.lookUp',
    await run(lin, 'lookUp', { kind: 'term', id: 'none' }),
    'KNOWLEDGE_TERM_MISSING',
  )
})

test('a suggested word waits for an editor, goes in as the editor writes it, and its author is told', async () => {
  const asked = { kind: 'word', word: '黄鱼车', words: '试制车间里拉零件的三轮车。' }
  const { suggestionId } = expectData(await suggest(han, asked))
  const inbox = expectData(await cloud.call<{ waiting: object[] }>(meng.openid, 'access.openInbox', {}))
  expect(inbox.waiting).toEqual([
    expect.objectContaining({ kind: 'suggestion', id: suggestionId, title: '韩冬推荐「黄鱼车」' }),
  ])
  expect(expectData(await run(meng, 'openSuggestion', { suggestionId }))).toMatchObject({
    suggestion: { word: '黄鱼车', by: { name: '韩冬' }, state: 'open' },
  })
  const words = { ...termWords, zh: '黄鱼车', explanation: '车间里拉零件用的三轮车。' }
  const { termId } = expectData(await run<Saved>(meng, 'acceptSuggestion', { suggestionId, words, reason }))
  expect((await fetchSince(0)).changed).toContainEqual(expect.objectContaining({ termId, zh: '黄鱼车' }))
  const notices = await cloud.dump<{ employeeId: string; title: string; body: string; target: object }>(
    'notice_messages',
  )
  expect(notices).toEqual([
    expect.objectContaining({
      employeeId: han.employeeId,
      title: '「黄鱼车」收进词库了',
      body: reason,
      target: { kind: 'term', id: termId },
    }),
  ])
  expect(expectData(await run(han, 'openSuggest', {}))).toMatchObject({
    suggestions: [{ suggestionId, state: 'accepted', answer: { reason, by: '孟川' } }],
  })
  expect(await audits()).toContainEqual(
    expect.objectContaining({ subject: `knowledge_suggestions/${suggestionId}`, by: meng.employeeId }),
  )
  expectError(
    'knowledge.acceptSuggestion',
    await run(meng, 'acceptSuggestion', { suggestionId, words, reason }),
    'KNOWLEDGE_SUGGESTION_ANSWERED',
  )
  expectError(
    'knowledge.refuseSuggestion',
    await run(meng, 'refuseSuggestion', { suggestionId, reason }),
    'KNOWLEDGE_SUGGESTION_ANSWERED',
  )
  expect((await cloud.dump('coin_entries')).length).toBe(0)
})

test('a correction changes its word only as the editor has read it, and a refusal says why', async () => {
  const term = await save('电泳')
  const asked = { kind: 'correction', termId: term.termId, word: '电泳', words: '应该说清楚是底漆。' }
  const { suggestionId } = expectData(await suggest(chen, asked))
  const changed = await save('电泳底漆', term)
  const words = { ...termWords, zh: '电泳' }
  const accept = (of: object) => run<Saved>(meng, 'acceptSuggestion', { suggestionId, of, words, reason })
  expectError('knowledge.acceptSuggestion', await accept(term), 'KNOWLEDGE_CHANGED')
  expectError(
    'knowledge.acceptSuggestion',
    await accept({ termId: 'none', version: 1 }),
    'KNOWLEDGE_TERM_MISSING',
  )
  // What was refused has changed nothing: the suggestion still waits.
  expect(expectData(await accept(changed))).toEqual({ termId: term.termId, version: 3, told: true })
  const second = expectData(await suggest(chen, asked)).suggestionId
  expectData(await run(meng, 'refuseSuggestion', { suggestionId: second, reason: '已经写在里面了' }))
  const mine = expectData(await run<{ suggestions: { state: string }[] }>(chen, 'openSuggest', {}))
  expect(mine.suggestions.map(({ state }) => state).sort()).toEqual(['accepted', 'refused'])
  const none = { suggestionId: 'none' }
  expectError(
    'knowledge.openSuggestion',
    await run(meng, 'openSuggestion', none),
    'KNOWLEDGE_SUGGESTION_MISSING',
  )
  expectError(
    'knowledge.refuseSuggestion',
    await run(meng, 'refuseSuggestion', { ...none, reason }),
    'KNOWLEDGE_SUGGESTION_MISSING',
  )
  expectError(
    'knowledge.acceptSuggestion',
    await run(meng, 'acceptSuggestion', { ...none, words, reason }),
    'KNOWLEDGE_SUGGESTION_MISSING',
  )
})

test('what WeChat refuses is not suggested, nor more than an editor can read', async () => {
  const asked = { kind: 'word', word: '白车身', words: '还没有装任何东西的车身。' }
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky', times: 1 } })
  expectError('knowledge.suggestTerm', await suggest(tang, asked), 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
  expectError('knowledge.suggestTerm', await suggest(tang, asked), 'CONTENT_CHECK_UNAVAILABLE')
  expectError(
    'knowledge.suggestTerm',
    await suggest(tang, { ...asked, kind: 'correction', termId: 'none' }),
    'KNOWLEDGE_TERM_MISSING',
  )
  // All at the same moment: none overlooks the others.
  const times = SUGGESTIONS_OPEN_MAX + 4
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'slow', slowMs: 200, times } })
  const replies = await Promise.all(Array.from({ length: times }, () => again(() => suggest(tang, asked))))
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(4)
  for (const reply of refused) expectError('knowledge.suggestTerm', reply, 'KNOWLEDGE_SUGGESTIONS_FULL')
  const waiting = (await cloud.dump<SuggestionDocument>('knowledge_suggestions')).filter(
    ({ state }) => state === 'open',
  )
  expect(waiting).toHaveLength(SUGGESTIONS_OPEN_MAX)
  expectData(await run(meng, 'refuseSuggestion', { suggestionId: waiting[0]?._id, reason }))
  expectData(await suggest(tang, asked))
})

test('a new phone gets the newest word, however many were withdrawn before it', async () => {
  const gone = Array.from({ length: 1_001 }, (_one, place) => ({
    _id: `gone-${place}`,
    ...termWords,
    ...{ pinyin: 'leng jin', letter: 'L', live: false, version: 2, changedIn: 1, revisedAt: Date.parse(NOW) },
  }))
  await cloud.engine.insertMany('knowledge_terms', gone)
  const newest = await save('最新的词')
  const fetched = await fetchSince(0)
  expect(fetched.changed.map(({ termId }) => termId)).toContain(newest.termId)
  expect(fetched.goneIds).toEqual([])
})

test('what somebody suggested whose data is gone is answered, and told to nobody', async () => {
  const asked = { kind: 'word', word: '黄鱼车', words: '试制车间里拉零件的三轮车。' }
  for (const word of ['黄鱼车', '老虎钳']) expectData(await suggest(lin, { ...asked, word }))
  const gone = { employeeId: 'former-1', name: '前同事', site: '', department: '' }
  const all = await cloud.dump<SuggestionDocument>('knowledge_suggestions')
  const asGone = all
    .filter(({ by }) => by.employeeId === lin.employeeId)
    .map(one => ({
      ...one,
      _id: `${one._id}-gone`,
      by: gone,
    }))
  await cloud.engine.insertMany('knowledge_suggestions', asGone)
  const [taken, refused] = asGone.map(({ _id }) => _id)
  const words = { ...termWords, zh: '黄鱼车' }
  const accepted = await run<Saved>(meng, 'acceptSuggestion', { suggestionId: taken, words, reason })
  expect(expectData(accepted)).toMatchObject({ told: false })
  const answer = await run(meng, 'refuseSuggestion', { suggestionId: refused, reason })
  expect(expectData(answer)).toEqual({ refused: true, told: false })
  const notices = await cloud.dump<{ employeeId: string }>('notice_messages')
  expect(notices.filter(({ employeeId }) => employeeId === gone.employeeId)).toEqual([])
})

test('what somebody collects is theirs on every phone, the latest first, and nobody else’s', async () => {
  const change = async (who: TestPerson, taken: string[], dropped: string[] = []) =>
    expectData(await run<{ termIds: string[] }>(who, 'changeWordbook', { taken, dropped })).termIds
  const bookOf = async (who: TestPerson) => {
    const reply = await cloud.call<{ wordbook: string[] }>(who.openid, 'knowledge.openGlossary', { since: 0 })
    return expectData(reply).wordbook
  }
  expect(await change(lin, ['bms', 'spa'])).toEqual(['bms', 'spa'])
  // Another phone of theirs knows neither; it has one of them too, and a third.
  expect(await change(lin, ['sop', 'spa'])).toEqual(['sop', 'bms', 'spa'])
  expect(await change(lin, [], ['bms', 'never'])).toEqual(['sop', 'spa'])
  expect(await bookOf(lin)).toEqual(['sop', 'spa'])
  expect(await bookOf(meng)).toEqual([])
})
