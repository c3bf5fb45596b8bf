import { GLOSSARY_TERMS_MAX } from '@domain/knowledge/term'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'
import { termWords } from '../../support/shelfSamples'

const { lin, meng } = people

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('knowledge_glossary', [
    { _id: 'words', version: 1, terms: GLOSSARY_TERMS_MAX },
  ])
})
afterAll(() => cloud.close())

const run = (name: string, input: object) =>
  cloud.call(meng.openid, `knowledge.${name}`, input, newRequestId())

test('a glossary has room for so many words', async () => {
  expectError('knowledge.saveTerm', await run('saveTerm', { words: termWords }), 'KNOWLEDGE_GLOSSARY_FULL')
  const asked = { kind: 'word', word: '白车身', words: '还没有装任何东西的车身。' }
  const { suggestionId } = expectData(
    await cloud.call<{ suggestionId: string }>(lin.openid, 'knowledge.suggestTerm', asked, newRequestId()),
  )
  expectError(
    'knowledge.acceptSuggestion',
    await run('acceptSuggestion', { suggestionId, words: termWords, reason: '讲得清楚' }),
    'KNOWLEDGE_GLOSSARY_FULL',
  )
})
