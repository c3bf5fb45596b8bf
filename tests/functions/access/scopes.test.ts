import { sortKey } from '@domain/kernel/paging'
import type { MembershipDocument } from '../../../cloudfunctions/union/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, changePerson, people, type TestPerson } from '../../support/people'
import { personOf, startUnionCloud, UNION_CLOCK } from '../../support/unionWorld'

const { tang, zhao, lin, han } = people

function membership(applicant: TestPerson, state: MembershipDocument['state']): MembershipDocument {
  return {
    _id: `${associationIds.photo}:${applicant.employeeId}`,
    associationId: associationIds.photo,
    associationName: '光影摄影社',
    associationCoverFileId: 'cloud://local/cover.jpg',
    employeeId: applicant.employeeId,
    applicant: personOf(applicant),
    answers: [],
    reason: '想学布光',
    state,
    appliedAt: Date.parse(UNION_CLOCK),
    appliedKey: '',
    joinedKey: null,
    decidedKey: state === 'pending' ? null : sortKey(Date.parse(UNION_CLOCK), applicant.employeeId),
    remindAt: null,
    trail: [],
  }
}

const pending = membership(lin, 'pending')
const member = membership(han, 'member')

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startUnionCloud()
  await cloud.engine.insertMany('union_memberships', [{ ...pending }, { ...member }])
})
afterAll(() => cloud.close())

const asZhao = (name: string, input: object) => cloud.call(zhao.openid, name, input, newRequestId())

test('keeps a president out of the applications of another association', async () => {
  const before = await cloud.dump('union_memberships')
  const id = { membershipId: pending._id }
  const opened = await asZhao('union.openApplication', id)
  expectError('union.openApplication', opened, 'UNION_APPLICATION_MISSING')
  const decided = await asZhao('union.decide', { membershipIds: [pending._id], decision: 'approve' })
  expectError('union.decide', decided, 'UNION_APPLICATION_MISSING')
  const revoked = await asZhao('union.revoke', { membershipId: member._id, reason: '试一试' })
  expectError('union.revoke', revoked, 'UNION_APPLICATION_MISSING')
  expect(await cloud.dump('union_memberships')).toEqual(before)
})

test('shows each president their own association and nothing of another', async () => {
  const inbox = (openid: string) => cloud.call<{ waiting: { id: string }[] }>(openid, 'access.openInbox')
  expect(expectData(await inbox(tang.openid)).waiting.map(({ id }) => id)).toEqual([pending._id])
  expect(expectData(await inbox(zhao.openid)).waiting).toEqual([])
  const listed = await cloud.call<{ applications: { membershipId: string }[] }>(
    zhao.openid,
    'union.listDecided',
  )
  expect(expectData(listed).applications).toEqual([])
})

test('a president’s file holds the decided applications of their own association, and the record is no file of theirs', async () => {
  const asking = (who: TestPerson, source: string) =>
    cloud.call<{ exportId: string }>(
      who.openid,
      'access.requestExport',
      { source, filter: {} },
      newRequestId(),
    )
  const rowsOf = async (who: TestPerson) => {
    const { exportId } = expectData(await asking(who, 'decided'))
    const made = await cloud.call<{ rows: number }>(who.openid, 'access.continueExport', { exportId })
    return { exportId, rows: expectData(made).rows }
  }
  const { exportId, rows } = await rowsOf(tang)
  expect(rows).toBe(1)
  expect((await rowsOf(zhao)).rows).toBe(0)
  const foreign = await cloud.call(zhao.openid, 'access.continueExport', { exportId })
  expectError('access.continueExport', foreign, 'ACCESS_EXPORT_MISSING')
  expectError('access.requestExport', await asking(tang, 'audit'), 'ACCESS_EXPORT_NOT_YOURS')
  await changePerson(cloud.engine, tang, { grants: [{ role: 'editor' }] })
  const later = await cloud.call(tang.openid, 'access.continueExport', { exportId })
  expectError('access.continueExport', later, 'ACCESS_EXPORT_MISSING')
})
