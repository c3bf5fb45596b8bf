import type { TemplateName } from '@domain/notice/kinds'
import type { NoticeDocument } from '../../cloudfunctions/notice/store'
import type { AssociationDocument, MembershipDocument } from '../../cloudfunctions/union/store'
import { startTestCloud, type TestCloud } from './localCloud'
import { associationIds, insertPeople, people, type TestPerson } from './people'

export const UNION_CLOCK = '2026-11-24T07:40:00+08:00'

export const personOf = ({ employeeId, name, site, department }: TestPerson) => ({
  employeeId,
  name,
  site,
  department,
})

const LEVEL = { questionId: 'level', title: '水平', options: ['刚拿起相机', '能独立拍一组'] }

function association(
  _id: string,
  name: string,
  president: TestPerson,
  more: Partial<AssociationDocument> = {},
): AssociationDocument {
  return {
    _id,
    name,
    coverFileId: `cloud://test/covers/${_id}.png`,
    site: '上海',
    category: 'sport',
    members: 10,
    president: personOf(president),
    headline: '每周三',
    intro: '一起玩',
    foundedOn: '2018-10-12',
    questions: [],
    open: true,
    ...more,
  }
}

export const associations: AssociationDocument[] = [
  association(associationIds.badminton, '羽毛球协会', people.zhao),
  association('choir', '北岸合唱团', people.zhao, { site: '成都', category: 'art', open: false }),
  association(associationIds.photo, '光影摄影社', people.tang, { category: 'art', questions: [LEVEL] }),
]

/** Three associations: 光影摄影社 of Tang, with one question; the badminton one of Zhao; a closed one. */
export async function startUnionCloud(): Promise<TestCloud> {
  const cloud = await startTestCloud({ clock: UNION_CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
  return cloud
}

let newcomers = 0

/** A colleague of whom nothing is stored yet, so that the tests of a file can share one cloud. */
export async function newcomer(cloud: TestCloud): Promise<TestPerson> {
  newcomers += 1
  const number = String(newcomers).padStart(3, '0')
  const person: TestPerson = {
    ...people.chen,
    employeeId: `VC700${number}`,
    openid: `wx-new-${number}`,
    phone: `13900000${number}`,
    name: `新同事${number}`,
  }
  await insertPeople(cloud.engine, [person])
  return person
}

/** Lets one message of a template out to somebody: by our own books, and by WeChat's. */
export async function permit(
  cloud: TestCloud,
  { employeeId, openid }: TestPerson,
  template: TemplateName,
): Promise<void> {
  await cloud.engine.insertMany('notice_permissions', [{ _id: employeeId, left: { [template]: 1 } }])
  await cloud.subscribe(openid, template, 2)
}

export async function noticesTo(cloud: TestCloud, { employeeId }: TestPerson): Promise<NoticeDocument[]> {
  const found = await cloud.dump<NoticeDocument>('notice_messages')
  return found.filter(notice => notice.employeeId === employeeId)
}

export const photoAnswers = [{ questionId: 'level', answer: '能独立拍一组' }]

/** Lets somebody apply to 光影摄影社; the id of the membership. */
export async function applyToPhoto(cloud: TestCloud, who: TestPerson): Promise<string> {
  const reply = await cloud.call<{ membershipId: string }>(who.openid, 'union.apply', {
    associationId: associationIds.photo,
    answers: photoAnswers,
    reason: '想学布光',
  })
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data.membershipId
}

export async function membershipIn(cloud: TestCloud, id: string): Promise<MembershipDocument | undefined> {
  return (await cloud.dump<MembershipDocument>('union_memberships')).find(({ _id }) => _id === id)
}

export async function membersOf(cloud: TestCloud, associationId: string): Promise<number | undefined> {
  const found = await cloud.dump<AssociationDocument>('union_associations')
  return found.find(({ _id }) => _id === associationId)?.members
}
