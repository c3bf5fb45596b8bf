import { requestsMax } from '@domain/kernel/contract'
import { sortKey } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { billed } from '../../support/billed'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, insertPeople, people } from '../../support/people'
import { applyToPhoto, membershipIn, newcomer, startUnionCloud } from '../../support/unionWorld'

const { lin, tang, zhao } = people
const { photo, badminton } = associationIds

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startUnionCloud()
})

afterAll(() => cloud.close())

interface Listed {
  associations: { associationId: string; mine: string | null; presiding: boolean }[]
  sites: string[]
  total: number
}

const list = async (openid: string, input: object = {}) =>
  expectData(await cloud.call<Listed>(openid, 'union.listAssociations', input))
const idsOf = ({ associations }: Listed) => associations.map(({ associationId }) => associationId)

describe('associations', () => {
  it('are filtered by site and category, and by being mine', async () => {
    const who = await newcomer(cloud)
    await applyToPhoto(cloud, who)
    const all = await list(who.openid)
    expect(idsOf(all)).toEqual([badminton, 'choir', photo])
    expect(all).toMatchObject({ sites: ['上海', '成都'], total: 3 })
    expect(all.associations.map(({ mine }) => mine)).toEqual([null, null, 'pending'])
    expect(idsOf(await list(who.openid, { site: '成都' }))).toEqual(['choir'])
    expect(idsOf(await list(who.openid, { category: 'art' }))).toEqual(['choir', photo])
    expect(idsOf(await list(who.openid, { category: 'art', site: '上海' }))).toEqual([photo])
    expect(idsOf(await list(who.openid, { mine: true }))).toEqual([photo])
  })

  it('tell a president which are presided over', async () => {
    const { associations } = await list(tang.openid, { mine: true })
    expect(associations).toMatchObject([{ associationId: photo, presiding: true }])
  })

  it('open with form and own application', async () => {
    const who = await newcomer(cloud)
    const open = () => cloud.call(who.openid, 'union.openAssociation', { associationId: photo })
    expect(expectData(await open())).toMatchObject({
      association: { name: '光影摄影社', questions: [{ questionId: 'level' }], mine: null },
      application: null,
    })
    await applyToPhoto(cloud, who)
    expect(expectData(await open())).toMatchObject({
      association: { mine: 'pending' },
      application: { state: 'pending', actions: ['withdraw'] },
    })
    const missing = await cloud.call(who.openid, 'union.openAssociation', { associationId: 'nowhere' })
    expectError('union.openAssociation', missing, 'UNION_ASSOCIATION_MISSING')
  })
})

describe('an application', () => {
  it('opens for its applicant and its president, each with their own actions', async () => {
    const who = await newcomer(cloud)
    const membershipId = await applyToPhoto(cloud, who)
    const open = (openid: string) => cloud.call(openid, 'union.openApplication', { membershipId })
    expect(expectData(await open(who.openid))).toMatchObject({ application: { actions: ['withdraw'] } })
    expect(expectData(await open(tang.openid))).toMatchObject({
      application: { actions: ['approve', 'refuse'], applicant: { name: who.name } },
      joined: 0,
      associationMembers: 10,
      posts: 0,
      removed: 0,
    })
    expectError('union.openApplication', await open(zhao.openid), 'UNION_APPLICATION_MISSING')
    expectError('union.openApplication', await open(lin.openid), 'UNION_APPLICATION_MISSING')
    const missing = await cloud.call(lin.openid, 'union.openApplication', { membershipId: 'photo:VC999999' })
    expectError('union.openApplication', missing, 'UNION_APPLICATION_MISSING')
  })

  it('tells its president what the applicant has joined, written and had removed', async () => {
    const who = await newcomer(cloud)
    const membershipId = await applyToPhoto(cloud, who)
    const author = { employeeId: who.employeeId }
    const publications = (room: string, ...states: string[]) =>
      states.map(state => ({ _id: `${room}-${newRequestId()}`, author, state }))
    await cloud.engine.insertMany('forum_posts', publications('post', 'live', 'live', 'deleted', 'removed'))
    await cloud.engine.insertMany('forum_comments', publications('comment', 'live', 'deleted', 'removed'))
    await cloud.engine.insertMany('union_memberships', [
      { _id: `choir:${who.employeeId}`, employeeId: who.employeeId, state: 'member' },
    ])
    const reply = await cloud.call(tang.openid, 'union.openApplication', { membershipId })
    expect(expectData(reply)).toMatchObject({
      applicantJoinedOn: '2019-03-04',
      joined: 1,
      posts: 2,
      removed: 2,
    })
  })

  it('of an association that is there no more says which is missing', async () => {
    const who = await newcomer(cloud)
    const application = await membershipIn(cloud, await applyToPhoto(cloud, who))
    await cloud.engine.insertMany('union_memberships', [
      { ...application, _id: `dissolved:${who.employeeId}`, associationId: 'dissolved' },
    ])
    const reply = await cloud.call(who.openid, 'union.openApplication', {
      membershipId: `dissolved:${who.employeeId}`,
    })
    expectError('union.openApplication', reply, 'UNION_ASSOCIATION_MISSING')
  })

  it('is among the decided ones of its own president alone', async () => {
    const who = await newcomer(cloud)
    const membershipId = await applyToPhoto(cloud, who)
    await cloud.call(tang.openid, 'union.decide', { membershipIds: [membershipId], decision: 'approve' })
    const decidedBy = async (openid: string) =>
      expectData(
        await cloud.call<{ applications: { membershipId: string }[] }>(openid, 'union.listDecided'),
      ).applications.map(application => application.membershipId)
    expect(await decidedBy(tang.openid)).toEqual([membershipId])
    expect(await decidedBy(zhao.openid)).toEqual([])
  })
})

describe('a long list of applications', () => {
  const COUNT = 45
  const DECIDED_AT = Date.parse('2026-12-01T08:00:00+08:00')

  /** All of them of one person, decided at one moment as in a batch. */
  async function manyOf(employeeId: string): Promise<string[]> {
    const ids = Array.from({ length: COUNT }, (_, index) => `club-${String(index).padStart(2, '0')}`)
    const document = await membershipIn(cloud, await applyToPhoto(cloud, await newcomer(cloud)))
    await cloud.engine.insertMany(
      'union_memberships',
      ids.map(_id => ({
        ...document,
        _id,
        employeeId,
        associationId: badminton,
        state: 'member',
        appliedKey: sortKey(DECIDED_AT, _id),
        decidedKey: sortKey(DECIDED_AT, _id),
      })),
    )
    return ids
  }

  async function readAll(openid: string, name: 'union.listDecided' | 'union.listMyApplications') {
    const pages: string[][] = []
    for (let after: string | null | undefined; after !== null; ) {
      const reply = await cloud.call<{ applications: { membershipId: string }[]; next: string | null }>(
        openid,
        name,
        after ? { after } : {},
      )
      const { applications, next } = expectData(reply)
      pages.push(applications.map(({ membershipId }) => membershipId))
      after = next
    }
    return pages
  }

  it('pages through all of them, the last first, for the applicant and the president', async () => {
    const who = await newcomer(cloud)
    const newestFirst = (await manyOf(who.employeeId)).reverse()
    for (const pages of [
      await readAll(who.openid, 'union.listMyApplications'),
      await readAll(zhao.openid, 'union.listDecided'),
    ]) {
      expect(pages.map(page => page.length)).toEqual([20, 20, 5])
      expect(pages.flat()).toEqual(newestFirst)
    }
  })
})

it('no query asks the database more often than its contract allows', async () => {
  for (const name of ['listAssociations', 'openAssociation', 'openApplication', 'listDecided'] as const) {
    const records = await cloud.log(`union.${name}`)
    expect(records.length).toBeGreaterThan(0)
    const most = Math.max(...records.map(({ databaseRequests }) => billed(databaseRequests)))
    expect({ name, most: most <= requestsMax(union[name]) }).toEqual({ name, most: true })
  }
})

test('a president of all associations opens their office by an index, in the order of their names', async () => {
  const everywhere = {
    ...(await newcomer(cloud)),
    openid: 'wx-everywhere',
    employeeId: 'VC700999',
    phone: '13900009990',
  }
  await insertPeople(cloud.engine, [{ ...everywhere, grants: [{ role: 'president' }] }])
  const reply = await cloud.call<{ associations: { name: string }[]; association: { name: string } }>(
    everywhere.openid,
    'union.openPresidency',
  )
  const { associations: own, association: shown } = expectData(reply)
  expect(own.map(({ name }) => name)).toEqual([...own.map(({ name }) => name)].sort())
  expect(own).toHaveLength(3)
  expect(shown.name).toBe(own[0]?.name)
  expect((await cloud.log('union.openPresidency')).at(-1)).toMatchObject({ scans: 0 })
})

test('an application names the association of the same kind where the applicant works, until they are a member', async () => {
  const [asked] = (await cloud.dump<{ _id: string }>('union_associations')).filter(({ _id }) => _id === photo)
  await cloud.engine.insertMany('union_associations', [
    { ...asked, _id: 'photo-chengdu', name: '成都摄影分社', site: '成都工厂' },
  ])
  const who = await newcomer(cloud)
  const application = await membershipIn(cloud, await applyToPhoto(cloud, who))
  let looked = 0
  const nearerOf = async (site: string, state: string) => {
    looked += 1
    const membershipId = `${photo}:looked-${looked}`
    const applicant = { ...application?.applicant, site }
    await cloud.engine.insertMany('union_memberships', [
      { ...application, _id: membershipId, state, applicant },
    ])
    return expectData(
      await cloud.call<{ nearer: object | null }>(tang.openid, 'union.openApplication', { membershipId }),
    ).nearer
  }
  const found = { associationId: 'photo-chengdu', site: '成都工厂' }
  expect(await nearerOf('成都工厂', 'pending')).toMatchObject(found)
  expect(await nearerOf('成都工厂', 'refused')).toMatchObject(found)
  expect(await nearerOf('成都工厂', 'member')).toBeNull()
  expect(await nearerOf('台州工厂', 'pending')).toBeNull()
})
