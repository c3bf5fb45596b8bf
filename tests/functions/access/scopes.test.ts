import type { AssociationDocument, MembershipDocument } from '../../../cloudfunctions/union/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { associationIds, insertPeople, people, type TestPerson } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const { tang, zhao, lin, han } = people

const personOf = ({ employeeId, name, site, department }: TestPerson) => ({
  employeeId,
  name,
  site,
  department,
})

const photo: AssociationDocument = {
  _id: associationIds.photo,
  name: '光影摄影社',
  coverFileId: 'cloud://local/cover.jpg',
  site: '上海',
  category: 'art',
  members: 1,
  president: personOf(tang),
  headline: '每周三',
  intro: '一起拍照',
  foundedOn: '2020-01-01',
  questions: [],
  open: true,
}

function membership(applicant: TestPerson, state: MembershipDocument['state']): MembershipDocument {
  return {
    _id: `${photo._id}:${applicant.employeeId}`,
    associationId: photo._id,
    associationName: photo.name,
    associationCoverFileId: photo.coverFileId,
    employeeId: applicant.employeeId,
    applicant: personOf(applicant),
    answers: [],
    reason: '想学布光',
    state,
    appliedAt: Date.parse(NOW),
    decidedAt: state === 'pending' ? null : Date.parse(NOW),
    trail: [],
  }
}

const pending = membership(lin, 'pending')
const member = membership(han, 'member')

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('union_associations', [{ ...photo }])
  await cloud.engine.insertMany('union_memberships', [{ ...pending }, { ...member }])
})
afterAll(() => cloud.close())

const asZhao = (name: string, input: object) => cloud.call(zhao.openid, name, input, newRequestId())

test('keeps a president out of the applications of another association', async () => {
  const before = await cloud.dump('union_memberships')
  const id = { membershipId: pending._id }
  const opened = await asZhao('union.openApplication', id)
  expectError('union.openApplication', opened, 'UNION_NOT_YOUR_ASSOCIATION')
  const decided = await asZhao('union.decide', { membershipIds: [pending._id], decision: 'approve' })
  expectError('union.decide', decided, 'UNION_NOT_YOUR_ASSOCIATION')
  const revoked = await asZhao('union.revoke', { membershipId: member._id, reason: '试一试' })
  expectError('union.revoke', revoked, 'UNION_NOT_YOUR_ASSOCIATION')
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
