import { START } from '@domain/access/chain'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people, type TestPerson } from './people'
import { photoAnswers } from './unionWorld'

const { lin, chen, han, tang, guo, qiu, shen } = people
const reason = '核对过了'

/** Each procedure of foundings and presidencies once, in the way that costs most. `now` is the cloud's frozen clock. */
export async function officesLive(cloud: TestCloud, does: Does, now: Instant): Promise<void> {
  await unionFounds(does, now)
  await unionPresides(cloud, does, now)
  await rolesAreGiven(cloud, does)
}

/** A role given to a deputy's lender and taken again, and the record of it read, checked and taken along. */
async function rolesAreGiven(cloud: TestCloud, does: Does): Promise<void> {
  const { xu } = people
  for (const kind of ['account', 'department']) await does(xu, 'access.openScopes', { kind })
  for (const role of ['admin', 'editor'])
    await does(xu, 'access.grantRole', { employeeId: han.employeeId, role })
  await does(xu, 'access.openRoleDesk')
  await does(people.wang, 'access.listDecisions', { text: '韩' })
  await does(han, 'access.openMyRoles')
  const soon = { employeeId: han.employeeId, role: 'moderator' }
  await does(xu, 'access.grantRole', { ...soon, lastDay: '2027-11-30' })
  await does(xu, 'access.extendRole', { ...soon, lastDay: '2027-12-31' })
  await does(xu, 'access.revokeRole', { employeeId: han.employeeId, role: 'admin', reason })
  await cloud.timer('access', 'tend')
  await does(xu, 'access.listAudit', { person: '韩' })
  await does(xu, 'access.checkAudit', START)
  const { exportId } = await does(xu, 'access.requestExport', { source: 'audit', filter: {} })
  await does(xu, 'access.continueExport', { exportId })
}

/** Two foundings, one of them withdrawn; the chair lends the office out meanwhile. */
async function unionFounds(does: Does, now: Instant): Promise<void> {
  const proposal = {
    category: 'culture',
    site: '上海',
    headline: '每周五 18:30',
    intro: '下班以后一起玩桌游，新手也欢迎。',
    reason,
  }
  const propose = async (name: string) =>
    (await does(lin, 'union.proposeAssociation', { ...proposal, name })).foundingId
  const [founded, withdrawn] = [await propose('桌游社'), await propose('象棋社')]
  const decide = (who: TestPerson) =>
    does(who, 'union.decideFounding', { foundingId: founded, verdict: 'approve' })
  await decide(qiu)
  await does(shen, 'access.lendRoles', {
    toEmployeeId: guo.employeeId,
    startsAt: now,
    endsAt: now + DAY_MS,
  })
  await does(shen, 'access.lendRoles', {
    toEmployeeId: chen.employeeId,
    startsAt: now,
    endsAt: now + DAY_MS,
  })
  await does(lin, 'union.openFounding', { foundingId: founded })
  await decide(shen)
  await does(shen, 'access.openLending')
  await does(shen, 'access.endLending')
  await does(lin, 'union.listMyFoundings')
  await does(lin, 'union.withdrawFounding', { foundingId: withdrawn })
  await does(lin, 'identity.findColleagues', { text: '林' })
}

/** What a president does, and the office handed on in the end. */
async function unionPresides(cloud: TestCloud, does: Does, now: Instant): Promise<void> {
  const associationId = 'photo'
  const apply = async (who: TestPerson) => {
    const input = { associationId, answers: photoAnswers, reason: '再来一次' }
    return (await does(who, 'union.apply', input)).membershipId ?? ''
  }
  const ids = [await apply(lin), await apply(han)]
  await does(tang, 'union.decide', { membershipIds: ids, decision: 'approve' })
  await does(lin, 'union.listMembers', { associationId })
  await does(lin, 'union.listMembers', { associationId, text: '林' })
  await does(tang, 'union.exportMembers', { associationId })
  await does(tang, 'union.removeMember', { membershipId: ids[1], reason })
  await does(tang, 'union.openPresidency')
  const fileId = await upload(cloud, lin.openid, 'uploads/budget.jpg', 'picture')
  await does(lin, 'union.addPhotos', { associationId, fileIds: [fileId] })
  const { photos } = await does<{ photos: { photoId: string }[] }>(lin, 'union.listPhotos', { associationId })
  await does(lin, 'union.removePhoto', { photoId: photos[0]?.photoId })
  const edited = {
    headline: '每周五 18:30',
    intro: '每月一个题目，线上点评，线下外拍。',
    open: true,
    questions: [],
  }
  await does(tang, 'union.editAssociation', { associationId, ...edited })
  await does(tang, 'access.lendRoles', {
    toEmployeeId: guo.employeeId,
    startsAt: now,
    endsAt: now + DAY_MS,
  })
  await does(tang, 'union.offerOffice', { associationId, toEmployeeId: lin.employeeId })
  await does(lin, 'union.answerOffice', { associationId, answer: 'accept' })
}
