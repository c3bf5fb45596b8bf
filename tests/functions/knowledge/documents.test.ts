import type { PaperDocument } from '../../../cloudfunctions/knowledge/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, zhao, meng } = people
const reason = '内容过时了'
const NOW = '2026-11-24T08:00:00+08:00'
const PDF = '%PDF-1.4 a page about travel'

interface Saved {
  documentId: string
  edition: number
  version: number
}
interface Taken {
  url: string
  fileName: string
  kind: string
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const run = <T>(who: TestPerson, name: string, input: object) =>
  cloud.call<T>(who.openid, `knowledge.${name}`, input, newRequestId())
let uploads = 0
async function fileOf(content = PDF, fileName = '差旅标准.pdf') {
  uploads += 1
  const end = fileName.slice(fileName.lastIndexOf('.'))
  const fileId = await upload(cloud, meng.openid, `uploads/document-${uploads}${end}`, content)
  return { fileId, fileName, note: '' }
}
const words = {
  title: '国内差旅标准',
  summary: '住宿、交通和餐补的上限。',
  category: 'policy',
  ownerId: lin.employeeId,
  departments: [] as string[],
  expiresOn: null as string | null,
}
const save = async (more: object = {}, input: object = {}) =>
  run<Saved>(meng, 'saveDocument', { words: { ...words, ...more }, file: await fileOf(), ...input })
const saved = async (more: object = {}, input: object = {}) => expectData(await save(more, input))
const take = (who: TestPerson, documentId: string, number?: number) =>
  run<Taken>(who, 'takeDocument', { documentId, ...(number === undefined ? {} : { number }) })
const listed = async (who: TestPerson, name: string, input: object) => {
  const found = expectData(await run<{ documents: { documentId: string }[] }>(who, name, input))
  return found.documents.map(({ documentId }) => documentId)
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a document whose writing is killed after request %i is written by its repetition, with its file, once',
  async after => {
    const requestId = newRequestId()
    const input = { words: { ...words, title: `第 ${after} 份标准` }, file: await fileOf() }
    const send = () => cloud.call<Saved>(meng.openid, 'knowledge.saveDocument', input, requestId)
    await cloud.fault({ function: { name: 'knowledge', procedure: 'saveDocument', mode: 'kill', after } })
    await send()
    await cloud.fault({ clear: true })
    const { documentId } = await until('the repetition', async () => {
      const reply = await send()
      return reply.ok ? reply.data : null
    })
    const { url } = expectData(await take(lin, documentId))
    expect(await (await fetch(url)).text()).toBe(PDF)
    const papers = await cloud.dump<PaperDocument & Record<string, unknown>>('knowledge_documents')
    expect(papers.filter(({ title }) => title === input.words.title)).toHaveLength(1)
  },
)

test('a document for a department is known to its people and to editors alone, its file as well', async () => {
  const { documentId } = await saved({ title: '测功机预约办法', departments: ['质量'] })
  for (const who of [chen, zhao]) {
    expect(await listed(who, 'openLibrary', { category: 'policy' })).toContain(documentId)
    expect(await listed(who, 'findDocuments', { text: 'cegongji' })).toEqual([documentId])
    expectData(await take(who, documentId))
  }
  expect(await listed(lin, 'openLibrary', { category: 'policy' })).not.toContain(documentId)
  expect(await listed(lin, 'findDocuments', { text: '测功机' })).toEqual([])
  const countedFor = async (who: typeof lin) => {
    const shelf = await run<{ counts: { policy: number } }>(who, 'openLibrary', { category: 'faq' })
    return expectData(shelf).counts.policy
  }
  expect((await countedFor(chen)) - (await countedFor(lin))).toBe(1)
  expectError(
    'knowledge.openDocument',
    await run(lin, 'openDocument', { documentId }),
    'KNOWLEDGE_DOCUMENT_MISSING',
  )
  expectError('knowledge.takeDocument', await take(lin, documentId), 'KNOWLEDGE_DOCUMENT_MISSING')
  expectError(
    'knowledge.lookUp',
    await run(lin, 'lookUp', { kind: 'document', id: documentId }),
    'KNOWLEDGE_DOCUMENT_MISSING',
  )
  expectData(await take(meng, documentId))
  const said = JSON.stringify([
    expectData(await run(chen, 'openDocument', { documentId })),
    expectData(await run(meng, 'listDocuments', { state: 'live' })),
  ])
  expect(said).not.toContain('cloud://')
})

test('the newest of other departments, however many, keep nobody from finding what is for them', async () => {
  const { documentId } = await saved({ title: '低温舱借用办法', departments: ['质量'] })
  const paper = await paperOf(documentId)
  const others = Array.from({ length: 80 }, (_one, place) => ({
    ...paper,
    _id: `${documentId}.other${place}`,
    departments: ['制造'],
    readerKeys: ['department:制造'],
  }))
  await cloud.engine.insertMany('knowledge_documents', others)
  expect(await listed(zhao, 'findDocuments', { text: '低温舱' })).toEqual([documentId])
  expect(await listed(lin, 'findDocuments', { text: '低温舱' })).toEqual([])
})

test('its file lies where no client reads, and opens by a link of some minutes', async () => {
  const { documentId } = await saved()
  const { url, fileName, kind } = expectData(await take(lin, documentId))
  expect({ fileName, kind }).toEqual({ fileName: '差旅标准.pdf', kind: 'pdf' })
  expect(await (await fetch(url)).text()).toBe(PDF)
  const [bare = ''] = url.split('?')
  expect((await fetch(bare)).status).toBe(403)
  expect((await fetch(url.replace(/until=\d+/, 'until=1'))).status).toBe(403)
  const paper = await paperOf(documentId)
  expect(paper.edition.fileId).toContain('/documents/')
  const edition = { ...paper.edition, fileId: paper.edition.fileId.replace(/\w+\.pdf$/, 'lost.pdf') }
  await cloud.engine.insertMany('knowledge_documents', [{ ...paper, _id: 'lost', edition }])
  expectError('knowledge.takeDocument', await take(lin, 'lost'), 'KNOWLEDGE_FILE_MISSING')
  // The upload itself is gone: what everybody may read is not where a document lies.
  expect((await fetch(`${cloud.url}/storage/uploads/document-${uploads}.pdf`)).status).toBe(404)
})

test('a new edition takes the place of the old one, which its readers can still open', async () => {
  const first = await saved()
  const of = { documentId: first.documentId, version: first.version }
  const second = await saved({}, { of, file: { ...(await fileOf('%PDF-1.4 second')), note: '住宿上调' } })
  expect(second).toEqual({ documentId: first.documentId, edition: 2, version: 2 })
  expect(await (await fetch(expectData(await take(lin, first.documentId)).url)).text()).toBe(
    '%PDF-1.4 second',
  )
  for (const who of [lin, meng])
    expect(await (await fetch(expectData(await take(who, first.documentId, 1)).url)).text()).toBe(PDF)
  expectError('knowledge.takeDocument', await take(lin, first.documentId, 3), 'KNOWLEDGE_DOCUMENT_MISSING')
  const opened = async (who: TestPerson) =>
    expectData(
      await run<{ editions: { number: number; note: string }[]; canEdit: boolean }>(who, 'openDocument', of2),
    )
  const of2 = { documentId: first.documentId }
  expect(await opened(meng)).toMatchObject({
    canEdit: true,
    editions: [{ number: 2, note: '住宿上调' }, { number: 1 }],
  })
  expect(await opened(lin)).toMatchObject({ canEdit: false, editions: [{ number: 2 }, { number: 1 }] })
  expectData(await save({ departments: ['质量'] }, { of: { ...of, version: 2 }, file: undefined }))
  expectError('knowledge.takeDocument', await take(lin, first.documentId, 1), 'KNOWLEDGE_DOCUMENT_MISSING')
  expectError('knowledge.saveDocument', await save({}, { of }), 'KNOWLEDGE_CHANGED')
})

test('a document that is opened to more people keeps its earlier editions to those for whom they were', async () => {
  const { documentId, version } = await saved({ departments: ['质量'] })
  const of = { documentId, version }
  await saved({ departments: [] }, { of, file: await fileOf('%PDF-1.4 for all') })
  const seenBy = async (who: TestPerson) => {
    const reply = await run<{ editions: { number: number }[] }>(who, 'openDocument', { documentId })
    return expectData(reply).editions.map(({ number }) => number)
  }
  expect(await seenBy(lin)).toEqual([2])
  expect(await seenBy(chen)).toEqual([2, 1])
  expect(await seenBy(meng)).toEqual([2, 1])
  expectError('knowledge.takeDocument', await take(lin, documentId, 1), 'KNOWLEDGE_DOCUMENT_MISSING')
  expectData(await take(chen, documentId, 1))
})

test('the departments that an editor chooses among are those of the roster, the largest first', async () => {
  const reply = await run<{ departments: { name: string; people: number }[] }>(meng, 'listDepartments', {})
  const { departments } = expectData(reply)
  expect(departments.map(({ name }) => name)).toContain('质量')
  expect(departments).toEqual([...departments].sort((a, b) => b.people - a.people))
})

test('only a file that is what it says becomes a document, and its words must hold', async () => {
  const page = { file: await fileOf('<script>alert(1)</script>') }
  expectError('knowledge.saveDocument', await save({}, page), 'KNOWLEDGE_FILE_UNFIT')
  const program = { file: await fileOf('#!/bin/sh', 'setup.sh') }
  expectError('knowledge.saveDocument', await save({}, program), 'KNOWLEDGE_FILE_UNFIT')
  const lost = {
    file: { ...(await fileOf()), fileId: 'cloud://wo-local.776f-wo-local-1250000000/uploads/no.pdf' },
  }
  expectError('knowledge.saveDocument', await save({}, lost), 'KNOWLEDGE_FILE_MISSING')
  expectError('knowledge.saveDocument', await save({ ownerId: 'VC999999' }), 'KNOWLEDGE_OWNER_MISSING')
  expectError(
    'knowledge.saveDocument',
    await save({ departments: ['质量', '质量部'] }),
    'KNOWLEDGE_DEPARTMENT_MISSING',
  )
  expectError('knowledge.saveDocument', await save({ expiresOn: '2026-11-24' }), 'KNOWLEDGE_EXPIRY_WRONG')
  const of = { documentId: 'none', version: 1 }
  expectError('knowledge.saveDocument', await save({}, { of }), 'KNOWLEDGE_DOCUMENT_MISSING')
})

test('what is withdrawn is gone for readers, stays with the editors, and can’t be changed any more', async () => {
  const { documentId, version } = await saved()
  expectData(await run(meng, 'withdrawDocument', { documentId, version, reason }))
  expectError('knowledge.takeDocument', await take(lin, documentId), 'KNOWLEDGE_DOCUMENT_MISSING')
  expect(await listed(meng, 'listDocuments', { state: 'withdrawn' })).toContain(documentId)
  const withdrawn = { documentId, version: version + 1 }
  expectError('knowledge.saveDocument', await save({}, { of: withdrawn }), 'KNOWLEDGE_CHANGED')
  expectError(
    'knowledge.withdrawDocument',
    await run(meng, 'withdrawDocument', { ...withdrawn, reason }),
    'KNOWLEDGE_CHANGED',
  )
  expectError(
    'knowledge.withdrawDocument',
    await run(meng, 'withdrawDocument', { documentId: 'none', version, reason }),
    'KNOWLEDGE_DOCUMENT_MISSING',
  )
  const receipts = await cloud.dump<{ audit?: { subject: string; after: object } }>('platform_receipts')
  expect(receipts.flatMap(({ audit }) => (audit ? [audit] : []))).toContainEqual(
    expect.objectContaining({
      subject: `knowledge_documents/${documentId}`,
      after: { state: 'withdrawn', reason },
    }),
  )
})

test('the owner hears of an end thirty days ahead, once; the day after it the document is hidden, until it is renewed', async () => {
  const { documentId, version } = await saved({ title: '年度体检安排', expiresOn: '2026-12-31' })
  const tend = async (at: string) => {
    await cloud.clock(at)
    await cloud.timer('knowledge', 'tend')
  }
  const told = async () =>
    (await cloud.dump<{ employeeId: string; title: string; target: object }>('notice_messages')).filter(
      ({ title }) => title.includes('年度体检安排'),
    )
  await tend('2026-11-30T08:00:00+08:00')
  expect(await told()).toEqual([])
  await tend('2026-12-01T08:00:00+08:00')
  await tend('2026-12-02T08:00:00+08:00')
  expect(await told()).toEqual([
    expect.objectContaining({
      employeeId: lin.employeeId,
      title: '「年度体检安排」的有效期还有 30 天',
      target: { kind: 'document', id: documentId },
    }),
  ])
  const desk = expectData(await run<{ ending: { documentId: string }[] }>(meng, 'openDesk', {}))
  expect(desk.ending.map(paper => paper.documentId)).toEqual([documentId])
  await tend('2026-12-31T23:00:00+08:00')
  expectData(await take(lin, documentId))
  await tend('2027-01-01T00:10:00+08:00')
  expectError('knowledge.takeDocument', await take(lin, documentId), 'KNOWLEDGE_DOCUMENT_MISSING')
  const of = { documentId, version: version + 1 }
  expectData(await save({ expiresOn: '2027-12-31' }, { of }))
  expectData(await take(lin, documentId))
  await cloud.clock(NOW)
})

test('how many have opened page and file is counted once a colleague', async () => {
  const { documentId } = await saved()
  const look = (who: TestPerson) => run(who, 'lookUp', { kind: 'document', id: documentId })
  expectData(await look(lin))
  expectData(await look(chen))
  expectData(await take(chen, documentId))
  expectData(await take(chen, documentId))
  await cloud.clock('2026-11-24T08:05:00+08:00')
  await cloud.timer('knowledge', 'tend')
  const opened = expectData(
    await run<{ document: { readers: number; downloads: number } }>(lin, 'openDocument', { documentId }),
  )
  expect(opened.document).toMatchObject({ readers: 2, downloads: 1 })
  const desk = expectData(await run<{ topDocuments: object[] }>(meng, 'openDesk', {}))
  expect(desk.topDocuments).toContainEqual({
    id: documentId,
    title: '国内差旅标准',
    people: 2,
    downloads: 1,
  })
  await cloud.clock(NOW)
})

async function paperOf(documentId: string): Promise<PaperDocument> {
  const found = (await cloud.dump<PaperDocument>('knowledge_documents')).find(({ _id }) => _id === documentId)
  if (!found) throw new Error(`No document ${documentId}`)
  return found
}
