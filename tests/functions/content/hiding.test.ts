import { HIDDEN_DEPARTMENT } from '@domain/identity/visibility'
import { published } from '../../support/contentLife'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { chen, zhao, ruan } = people

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T08:00:00+08:00', mediaDelayMs: null })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await cloud.call<T>(who.openid, name, input, newRequestId()))

test('whoever hides their department stands in no department of a list or a count, but apart, and unnamed where that would say it', async () => {
  const hiding = { _id: zhao.employeeId, department: 'department', phone: 'nobody', hides: true }
  await cloud.engine.insertMany('identity_discretions', [hiding])
  const toAll = await published(cloud, does, { mustRead: true, title: '换季流感' })
  const audience = { kind: 'department', value: zhao.department }
  const toOne = await published(cloud, does, { mustRead: true, title: '量具送检', audience })
  type Named = { people: { employeeId: string }[]; unnamed: number; more: boolean }
  const named = ({ articleId }: { articleId: string }, department: string) =>
    does<Named>(ruan, 'content.listUnconfirmed', { articleId, department })
  const zhaoAlone = [{ employeeId: zhao.employeeId, name: zhao.name }]
  for (const article of [toAll, toOne])
    expect((await named(article, zhao.department)).people).not.toContainEqual(zhaoAlone[0])
  expect(await named(toAll, HIDDEN_DEPARTMENT)).toEqual({ people: zhaoAlone, unnamed: 0, more: false })
  expect(await named(toOne, HIDDEN_DEPARTMENT)).toEqual({ people: [], unnamed: 1, more: false })

  type Counts = { department: string; people: number; confirmed: number }[]
  const counted = async () => {
    const figures = await does<{ departments: Counts }>(ruan, 'content.openFigures', {
      articleId: toAll.articleId,
    })
    return [zhao.department, HIDDEN_DEPARTMENT].map(name =>
      figures.departments.find(one => one.department === name),
    )
  }
  const there = (await cloud.dump<{ department: string; status: string }>('identity_employees')).filter(
    one => one.department === zhao.department && one.status === 'active',
  )
  const people = there.length - 1
  await cloud.timer('content', 'tend')
  expect(await counted()).toMatchObject([
    { people, confirmed: 0 },
    { people: 1, confirmed: 0 },
  ])
  type Opened = { confirmations: { people: number; inDepartment: number } }
  for (const who of [zhao, chen]) {
    await does(who, 'content.noteReading', { articleId: toAll.articleId, progress: 100 })
    await does(who, 'content.confirmReading', { articleId: toAll.articleId })
    const opened = await does<Opened>(who, 'content.openArticle', { articleId: toAll.articleId })
    expect(opened.confirmations.inDepartment).toBe(who === zhao ? 0 : 1)
  }
  await cloud.clock('2026-11-24T08:01:00+08:00')
  await cloud.timer('content', 'tend')
  expect(await counted()).toMatchObject([
    { people, confirmed: 1 },
    { people: 1, confirmed: 1 },
  ])
  expect(await named(toAll, HIDDEN_DEPARTMENT)).toMatchObject({ people: [] })
})
