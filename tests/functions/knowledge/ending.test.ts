import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people } from '../../support/people'

const { employeeId, name, site, department } = people.lin
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
