import { draft } from './coinSamples'
import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'
import { associations, personOf } from './unionWorld'

const { wang, he, chen, guo, pan, liang, cen, fang, qiu, xu } = people
const reason = '核对过了'

/** Coins by hand, and the rules of earning, each at what costs most. */
export async function coinsLive(cloud: TestCloud, does: Does, now: number): Promise<void> {
  const move = { employeeId: guo.employeeId, way: 'give', experience: 10, why: '年会志愿者' }
  await does(liang, 'coin.moveByHand', { ...move, amount: 10 })
  const { handId } = await does(liang, 'coin.moveByHand', { ...move, amount: 200 })
  await does(cen, 'coin.decideHand', { handId, decision: 'approve', reason })
  const other = await does(liang, 'coin.moveByHand', { ...move, amount: 200 })
  await does(cen, 'coin.openReceiver', { employeeId: guo.employeeId })
  await does(cen, 'coin.openHands')
  await does(liang, 'coin.withdrawHand', { handId: other.handId })
  const lines = [guo, pan, fang, qiu].map(({ employeeId, name }) => `${employeeId},${name},5,1,年会志愿者`)
  for (const ends of ['decide', 'withdraw']) {
    const file = ['员工编号,姓名,沃币,经验值,理由', ...lines].join('\n')
    const fileId = await upload(cloud, liang.openid, `uploads/hands-${ends}.csv`, file)
    const { batchId } = await does(liang, 'coin.checkHands', { fileId, fileName: '志愿者.csv' })
    await does(liang, 'coin.submitBatch', { batchId })
    if (ends === 'withdraw') await does(liang, 'coin.withdrawBatch', { batchId })
    else await does(cen, 'coin.decideBatch', { batchId, decision: 'approve', reason })
    await does(cen, 'coin.carryOnBatch', { batchId })
    await does(cen, 'coin.openBatch', { batchId })
    await does(cen, 'coin.listBatchLines', { batchId })
  }
  await does(cen, 'coin.openHands')
  await does(cen, 'coin.previewRules', { draft })
  const scheduled = { draft, startsAt: now + 86_400_000, after: 1, why: reason }
  await does(cen, 'coin.scheduleRules', scheduled)
  await does(cen, 'coin.openRules')
  await does(liang, 'coin.openRuleVersion', { version: 2 })
  await does(xu, 'coin.openRuleVersion', { version: 2 })
  await does(liang, 'coin.decideRules', { version: 2, decision: 'approve', reason })
  await does(liang, 'coin.withdrawRules', { version: 2, why: reason })
}

/** A president with deputy and coins leaves and comes back; the last, because others need who is here. */
export async function membersLive(cloud: TestCloud, does: Does, now: number): Promise<void> {
  const { employeeId } = chen
  const president = { ...associations[0], _id: 'leaving', name: '离岸帆船社' }
  await cloud.engine.insertMany('union_associations', [{ ...president, president: personOf(chen) }])
  await does(he, 'identity.findMembers')
  await does(wang, 'identity.findMembers', { text: '陈' })
  await does(wang, 'identity.openPlaces')
  await does(wang, 'identity.openPhone', { employeeId, reason })
  await does(wang, 'identity.correctMember', { employeeId, name: chen.name, joinedOn: '2019-03-04', reason })
  await does(wang, 'identity.transferMember', { employeeId, department: '总装', site: '成都', reason })
  const asked = await does<{ correctionId: string }>(he, 'identity.requestCorrection', {
    site: '成都',
    reason,
  })
  await does(wang, 'identity.openCorrection', asked)
  await does(wang, 'identity.decideCorrection', { ...asked, decision: 'approve', reason })
  for (const days of [3, 0]) await does(wang, 'identity.muteMember', { employeeId, days, reason })
  await does(liang, 'coin.moveByHand', { employeeId, way: 'give', amount: 50, experience: 0, why: reason })
  await does(wang, 'identity.previewLeaving', { employeeId })
  const { grants } = { grants: [{ role: 'president', scopeId: 'leaving' }, { role: 'moderator' }] }
  await cloud.engine.execute('database.modifyDocument', {
    collectionName: 'identity_employees',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: employeeId }),
    data: JSON.stringify({ $set: { grants, openid: 'wx-chen-new', status: 'active' } }),
    merge: true,
    multi: false,
    upsert: false,
  })
  const period = { startsAt: now, endsAt: now + 86_400_000 }
  await does({ openid: 'wx-chen-new' }, 'access.lendRoles', { toEmployeeId: pan.employeeId, ...period })
  const offices = [{ associationId: 'leaving', toEmployeeId: null }]
  await does(wang, 'identity.openMember', { employeeId })
  await does(wang, 'identity.openMovements', { employeeId })
  await cloud.timer('access', 'tend')
  await does(wang, 'identity.listMemberRecord', { employeeId })
  await does(wang, 'identity.previewLeaving', { employeeId })
  await does(wang, 'identity.leaveMember', { employeeId, offices, coins: 'forfeit', reason })
  const follower = { associationId: 'leaving', employeeId: pan.employeeId, state: 'member' }
  await cloud.engine.insertMany('union_memberships', [
    { _id: `leaving:${pan.employeeId}`, ...follower, applicant: personOf(pan), trail: [] },
  ])
  const followed = [{ associationId: 'leaving', toEmployeeId: pan.employeeId }]
  await does(wang, 'identity.handOverOffices', { employeeId, offices: followed, reason })
  await does(wang, 'identity.returnMember', { employeeId, withRoles: true, reason })
}
