import type { TermDocument } from '../../../cloudfunctions/knowledge/store'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { termWords } from '../../support/shelfSamples'

const { lin, chen, meng, tang } = people
const reason = '写得清楚，收了'
const NOW = '2026-11-24T08:00:00+08:00'

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

const run = <T>(who: TestPerson, name: string, input: object) =>
  cloud.call<T>(who.openid, `knowledge.${name}`, input, newRequestId())
const save = async (zh: string, of?: Saved) =>
  expectData(await run<Saved>(meng, 'saveTerm', { ...(of ? { of } : {}), words: { ...termWords, zh } }))
const suggest = (who: TestPerson, input: object) => run<{ suggestionId: string }>(who, 'suggestTerm', input)

describe('whoever brought a word', () => {
  interface Author {
    person: { employeeId: string; name: string; department: string }
    way: string
  }
  const authorOf = async (id: string) =>
    expectData(await run<{ author: Author | null }>(lin, 'lookUp', { kind: 'term', id })).author

  test('is named to who looks it up, and stays so whoever changes it: an editor, or who suggested it', async () => {
    const written = await save('冲压')
    expect(await authorOf(written.termId)).toMatchObject({
      person: { employeeId: meng.employeeId, name: meng.name, department: meng.department },
      way: 'wrote',
    })
    const asked = { kind: 'word', word: '蓝光', words: '扫外形的那台机器。' }
    const { suggestionId } = expectData(await suggest(tang, asked))
    const words = { ...termWords, zh: '蓝光扫描' }
    const accepted = await run<Saved>(meng, 'acceptSuggestion', { suggestionId, words, reason })
    const { termId, version } = expectData(accepted)
    const term = { termId, version }
    await save('蓝光扫描仪', term)
    expect(await authorOf(term.termId)).toMatchObject({
      person: { employeeId: tang.employeeId },
      way: 'suggested',
    })
    const correction = { kind: 'correction', termId: written.termId, word: '冲压', words: '还有落料' }
    const second = expectData(await suggest(tang, correction))
    const of = { termId: written.termId, version: 1 }
    expectData(
      await run(meng, 'acceptSuggestion', { ...second, of, words: { ...termWords, zh: '冲压' }, reason }),
    )
    expect(await authorOf(written.termId)).toMatchObject({ way: 'wrote' })
    expect(
      JSON.stringify(await cloud.call(lin.openid, 'knowledge.openGlossary', { since: 0 })),
    ).not.toContain('"author"')
  })

  test('is nobody where they have left, have their data deleted, or nobody was named', async () => {
    const asked = { kind: 'word', word: '台架', words: '让零件不停动的架子。' }
    const { suggestionId } = expectData(await suggest(chen, asked))
    const words = { ...termWords, zh: '台架' }
    const { termId } = expectData(await run<Saved>(meng, 'acceptSuggestion', { suggestionId, words, reason }))
    const stored = async () =>
      (await cloud.dump<TermDocument>('knowledge_terms')).find(({ _id }) => _id === termId)
    await cloud.call(
      chen.openid,
      'identity.requestDeletion',
      { words: 'anonymous', confirmedBy: chen.employeeId },
      newRequestId(),
    )
    expect((await stored())?.author).toEqual({ employeeId: chen.employeeId, way: 'suggested' })
    await cloud.clock('2026-12-10T08:00:00+08:00')
    for (let turn = 0; turn < 2; turn += 1) await cloud.timer('identity', 'tend')
    await cloud.clock(NOW)
    expect(await stored()).not.toHaveProperty('author')
    expect(await authorOf(termId)).toBeNull()
    const left = { ...(await stored()), _id: 'of-a-leaver', author: { employeeId: 'VC999999', way: 'wrote' } }
    await cloud.engine.insertMany('knowledge_terms', [left])
    expect(await authorOf('of-a-leaver')).toBeNull()
  })
})
