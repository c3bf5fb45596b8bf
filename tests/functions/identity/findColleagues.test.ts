import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

async function found(text: string): Promise<string[]> {
  const reply = await cloud.call<{ colleagues: { name: string }[] }>(
    people.lin.openid,
    'identity.findColleagues',
    { text },
  )
  return expectData(reply).colleagues.map(({ name }) => name)
}

test.each([
  ['a name', '赵启明'],
  ['a given name', '启明'],
  ['pinyin', 'zhaoqim'],
  ['initials', 'zqm'],
  ['an employee number', 'vc015770'],
])('a colleague is found by the beginning of %s', async (_what, text) => {
  expect(await found(text)).toContain('赵启明')
})

test('nobody is found by nothing, and whoever has left is not found', async () => {
  expect(await found(' ')).toEqual([])
  expect(await found('丁一凡')).toEqual([])
})
