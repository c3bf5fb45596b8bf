import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { AssociationDocument } from '../../../cloudfunctions/union/store'
import { expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { about, MEMBERS_NOW, reason, startMembersWorld } from '../../support/membersWorld'
import { associationIds, changePerson, people } from '../../support/people'
import { rosterFile, rosterLine } from '../../support/rosterFiles'
import { attempt, succeed } from '../../support/talkWorld'
import { applyToPhoto, membershipIn, newcomer, noticesTo, personOf } from '../../support/unionWorld'

const { tang, wang, zhao } = people
const { photo } = associationIds
const CALLED = '加入光影摄影社的申请暂时没有人能审批'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())

async function tendAt(afterMs: number): Promise<void> {
  await cloud.clock(new Date(MEMBERS_NOW + afterMs).toISOString())
  await cloud.timer('union', 'tend')
}

const titlesTo = async (who: typeof tang) => (await noticesTo(cloud, who)).map(({ title }) => title)
const handedToHr = async () =>
  (await noticesTo(cloud, wang)).filter(({ target }) => target?.kind === 'leaving')

test('an association whose president leaves by a file is handed over, and whoever waits knows why', async () => {
  const [member, waiting, late] = [await newcomer(cloud), await newcomer(cloud), await newcomer(cloud)]
  const membershipIds = [await applyToPhoto(cloud, member)]
  await succeed(cloud, tang, 'union.decide', { membershipIds, decision: 'approve' })
  const waitingId = await applyToPhoto(cloud, waiting)

  const content = rosterFile([rosterLine({ ...tang, status: 'left' })])
  const fileId = await upload(cloud, wang.openid, `rosters/${newRequestId()}.csv`, content)
  const file = { fileId, fileName: '名单.csv' }
  const report = await succeed(cloud, wang, 'identity.checkRoster', file)
  const { employeeId, name } = tang
  expect(report.offices).toEqual([{ employeeId, name, association: '光影摄影社' }])
  const { importId } = report
  expect(await succeed(cloud, wang, 'identity.applyRoster', { importId })).toMatchObject({
    state: 'applied',
    offices: report.offices,
  })

  for (const run of [1, 2]) await tendAt(run * MINUTE_MS)
  expect(await handedToHr()).toMatchObject([
    { kind: 'todo', title: '光影摄影社的会长离职了，请交接', target: { kind: 'leaving', id: employeeId } },
  ])
  expect(await titlesTo(waiting)).toEqual([CALLED])

  // Whoever applies meanwhile hears the same at once, and once.
  const lateId = await applyToPhoto(cloud, late)
  await tendAt(3 * DAY_MS)
  for (const one of [waiting, late]) expect(await titlesTo(one)).toEqual([CALLED])

  const offices = [{ associationId: photo, toEmployeeId: member.employeeId }]
  await succeed(cloud, wang, 'identity.handOverOffices', about(tang, { offices }))
  await tendAt(3 * DAY_MS + MINUTE_MS)
  expect(await handedToHr()).toMatchObject([{ kind: 'account', read: true }])
  const inbox = await succeed(cloud, member, 'access.openInbox')
  expect(inbox.waiting.map(({ id }) => id)).toEqual([waitingId, lateId])
  const due = (await noticesTo(cloud, member)).filter(({ kind }) => kind === 'todo')
  expect(due.map(({ target }) => target?.id).sort()).toEqual([waitingId, lateId].sort())
  await succeed(cloud, member, 'union.decide', { membershipIds: [waitingId, lateId], decision: 'approve' })
  expect((await membershipIn(cloud, lateId))?.state).toBe('member')
})

test('nobody hands over an office in the name of whoever never had it: what was offered in it stands', async () => {
  const { badminton } = associationIds
  const [asked, other, never] = [await newcomer(cloud), await newcomer(cloud), await newcomer(cloud)]
  const joined = [asked, other].map(who => ({
    ...{ _id: `${badminton}:${who.employeeId}`, associationId: badminton, associationName: '羽毛球协会' },
    ...{
      employeeId: who.employeeId,
      applicant: personOf(who),
      state: 'member',
      answers: [],
      reason,
      trail: [],
    },
    ...{ appliedAt: MEMBERS_NOW, appliedKey: who.employeeId, decidedKey: who.employeeId, remindAt: null },
  }))
  await cloud.engine.insertMany('union_memberships', joined)
  const offer = { associationId: badminton, toEmployeeId: asked.employeeId }
  await succeed(cloud, zhao, 'union.offerOffice', offer)
  await changePerson(cloud.engine, never, { status: 'left', parting: [] })
  for (const to of [other, zhao]) {
    const offices = [{ associationId: badminton, toEmployeeId: to.employeeId }]
    expectError(
      'identity.handOverOffices',
      await attempt(cloud, wang, 'identity.handOverOffices', about(never, { offices })),
      'IDENTITY_OFFICES_OPEN',
    )
  }
  const offered = (await noticesTo(cloud, asked)).filter(({ target }) => target?.kind === 'association')
  expect(offered).toMatchObject([{ kind: 'todo', read: false }])
  // The steps of a leaving may be carried out long after it began.
  const leavingId = 'leaving-of-zhao'
  await cloud.engine.insertMany('identity_leavings', [
    {
      ...{ _id: leavingId, employeeId: zhao.employeeId, by: personOf(wang), why: reason, grants: [] },
      ...{ offices: [{ associationId: badminton, toEmployeeId: other.employeeId }], coins: 'keep' },
      ...{ leftAt: MEMBERS_NOW, settlesAt: MEMBERS_NOW + 90 * DAY_MS, state: 'running', done: 1 },
      ...{ nextAt: MEMBERS_NOW },
    },
  ])
  await changePerson(cloud.engine, zhao, { status: 'left', parting: [], leavingId })
  const at = MEMBERS_NOW + 3 * DAY_MS + HOUR_MS
  await cloud.clock(new Date(at).toISOString())
  await cloud.timer('identity', 'tend')
  const toldOf = async (who: typeof tang) =>
    (await noticesTo(cloud, who)).filter(({ target }) => target?.id === badminton)
  expect(await toldOf(other)).toMatchObject([{ kind: 'union', at }])
  expect(await toldOf(asked)).toMatchObject([{ kind: 'union', read: true }])
})

test('an association that cannot be noted keeps no other from being settled', async () => {
  const associations = await cloud.dump<AssociationDocument>('union_associations')
  const presiding = associations.filter(({ _id }) => Object.values<string>(associationIds).includes(_id))
  const become = async (status: 'left' | 'active') => {
    for (const { president } of presiding)
      await changePerson(cloud.engine, president, { status, parting: [] })
  }
  const handed = async (_id: string) =>
    (await handedToHr()).find(({ target }) =>
      presiding.some(one => one._id === _id && one.president.employeeId === target?.id),
    )
  await become('left')
  await tendAt(4 * DAY_MS)
  for (const { _id } of presiding) expect(await handed(_id)).toMatchObject({ kind: 'todo' })
  await become('active')
  const action = 'database.modifyDocument'
  await cloud.fault({ database: { action, collection: 'union_memberships', mode: 'fail' } })
  for (const run of [1, 2]) await tendAt(4 * DAY_MS + run * MINUTE_MS)
  await cloud.fault({ clear: true })
  for (const { _id } of presiding) expect(await handed(_id)).toMatchObject({ kind: 'account', read: true })
})
