import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, meng } = people
const { employeeId, name, site, department } = lin
const paper = {
  ...{ title: '差旅标准', state: 'live', version: 1, readerKeys: [], terms: [] },
  owner: { employeeId, name, site, department },
}

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-12-01T08:00:00+08:00' })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

test('an end is told of however many are known to be near', async () => {
  const said = Array.from({ length: 120 }, (_, index) => ({
    ...paper,
    ...{ _id: `said-${index}`, expiresOn: '2026-12-10', warnedOf: '2026-12-10' },
  }))
  const unsaid = { ...paper, _id: 'unsaid', expiresOn: '2026-12-20', warnedOf: null }
  await cloud.engine.insertMany('knowledge_documents', [...said, unsaid])
  await cloud.timer('knowledge', 'tend')
  expect(await cloud.dump('notice_messages')).toMatchObject([
    { employeeId, target: { kind: 'document', id: 'unsaid' } },
  ])
})

test('an end is told to the editors where its owner has left', async () => {
  await changePerson(cloud.engine, people.lin, { status: 'left' })
  await cloud.engine.insertMany('knowledge_documents', [
    { ...paper, _id: 'orphaned', expiresOn: '2026-12-22', warnedOf: null },
  ])
  await cloud.timer('knowledge', 'tend')
  const notices = await cloud.dump<{ target: { id: string } }>('notice_messages')
  expect(notices.filter(({ target }) => target.id === 'orphaned')).toMatchObject([
    { employeeId: people.meng.employeeId, body: expect.stringContaining('负责人') },
  ])
})

test('what has ended is closed at midnight by every way, before the timer has come by', async () => {
  const run = <T>(who: TestPerson, procedure: string, input: object) =>
    cloud.call<T>(who.openid, `knowledge.${procedure}`, input, newRequestId())
  const listed = async (procedure: string, input: object) =>
    expectData(await run<{ documents: { documentId: string }[] }>(chen, procedure, input)).documents.map(
      one => one.documentId,
    )
  const take = (who: TestPerson, number?: number) =>
    run(who, 'takeDocument', { documentId, ...(number === undefined ? {} : { number }) })
  const { documentId } = expectData(
    await run<{ documentId: string }>(meng, 'saveDocument', {
      words: {
        ...{ title: '年末盘点安排', summary: '哪天盘哪里。', category: 'policy' },
        ...{ ownerId: meng.employeeId, departments: [], expiresOn: '2026-12-31' },
      },
      file: {
        fileId: await upload(cloud, meng.openid, 'uploads/stock.pdf', '%PDF-1.4 a page about stock'),
        ...{ fileName: '盘点.pdf', note: '' },
      },
    }),
  )
  const shelf = { category: 'policy' }
  const policies = async () =>
    expectData(await run<{ counts: { policy: number } }>(chen, 'openLibrary', shelf)).counts.policy
  await cloud.clock('2026-12-31T23:59:59+08:00')
  const there = await policies()
  expect(await listed('openLibrary', shelf)).toContain(documentId)
  expect(await listed('findDocuments', { text: '盘点安排' })).toEqual([documentId])
  expectData(await run(chen, 'openDocument', { documentId }))
  await cloud.clock('2027-01-01T00:00:00+08:00')
  expect(await policies()).toBe(there - 1)
  expect(await listed('openLibrary', shelf)).not.toContain(documentId)
  expect(await listed('findDocuments', { text: '盘点安排' })).toEqual([])
  const gone = 'KNOWLEDGE_DOCUMENT_MISSING'
  expectError('knowledge.openDocument', await run(chen, 'openDocument', { documentId }), gone)
  expectError('knowledge.takeDocument', await take(chen), gone)
  expectError('knowledge.takeDocument', await take(chen, 1), gone)
  const look = { kind: 'document', id: documentId }
  expectError('knowledge.lookUp', await run(chen, 'lookUp', look), gone)
  expectData(await take(meng))
})
