import { expectData } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, meng } = people

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T08:00:00+08:00' })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

async function saved(departments: string[]): Promise<string> {
  const fileId = await upload(cloud, meng.openid, 'uploads/for-many.pdf', '%PDF-1.4 a page about travel')
  const words = {
    title: '国内差旅标准',
    summary: '住宿、交通和餐补的上限。',
    category: 'policy',
    expiresOn: null,
  }
  const input = {
    words: { ...words, ownerId: lin.employeeId, departments },
    file: { fileId, fileName: '差旅标准.pdf', note: '' },
  }
  const reply = await cloud.call<{ documentId: string }>(
    meng.openid,
    'knowledge.saveDocument',
    input,
    newRequestId(),
  )
  return expectData(reply).documentId
}

async function shelfOf({ openid }: TestPerson): Promise<string[]> {
  const input = { category: 'policy' }
  const reply = await cloud.call<{ documents: { documentId: string }[] }>(
    openid,
    'knowledge.openLibrary',
    input,
  )
  return expectData(reply).documents.map(({ documentId }) => documentId)
}

test('a document is for as many departments as it is meant for', async () => {
  const departments = Array.from({ length: 12 }, (_, index) => `分部 ${index}`)
  const there = departments.map((department, index) => ({
    ...lin,
    ...{ department, employeeId: `VC7300${10 + index}`, openid: `wx-part-${index}` },
  }))
  await insertPeople(cloud.engine, there)
  const documentId = await saved(departments)
  for (const who of there) expect(await shelfOf(who)).toContain(documentId)
  expect(await shelfOf(lin)).not.toContain(documentId)
})
