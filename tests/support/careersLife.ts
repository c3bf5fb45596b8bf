import { consent } from '@domain/careers/referral'
import { positionWords } from './careersSamples'
import { positionFile } from './careersWorld'
import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'

const { lin, han, zhao, cao } = people

/** Each procedure of 汇人才 once, in the way that costs most. */
export async function careersLive(cloud: TestCloud, does: Does): Promise<void> {
  const words = { ...positionWords, leadId: zhao.employeeId }
  const { positionId } = await does(cao, 'careers.savePosition', { words })
  await does(cao, 'careers.savePosition', { words, of: { positionId, version: 1 } })
  await does(cao, 'careers.movePosition', { positionId, version: 2, action: 'publish' })
  await does(cao, 'careers.openPositionEdit', { positionId })
  const fileId = await upload(
    cloud,
    cao.openid,
    'uploads/positions.csv',
    positionFile([{}, { 城市: '台州' }]),
  )
  await does(cao, 'careers.checkPositions', { fileId })
  await does(cao, 'careers.importPositions', { fileId, open: true })
  await does(lin, 'careers.openPositions')
  await does(lin, 'careers.favouritePosition', { positionId, favourite: true })
  const { shareCode: via } = await does(lin, 'careers.openPosition', { positionId })
  await does(han, 'careers.openPosition', { positionId, via })
  const application = {
    positionId,
    contact: '午休可以打电话',
    words: '想做底盘',
    leadId: zhao.employeeId,
    via,
  }
  // Once more where it was refused: then the first résumé goes.
  const applied = async (name: string) => {
    const file = await upload(cloud, han.openid, `uploads/${name}.pdf`, '%PDF-1.7 ')
    return does(han, 'careers.apply', { ...application, resume: { fileId: file, fileName: '韩.pdf' } })
  }
  const { candidateId: refused } = await applied('own-first')
  const declined = [{ candidateId: refused, version: 1 }]
  await does(cao, 'careers.moveCandidates', { candidates: declined, action: 'decline', note: '看过了' })
  const { candidateId: own } = await applied('own')
  const friend = { name: '徐朗', relation: 'friend', words: '合适', consentVersion: consent.version }
  const { cloudPath = '' } = await does(lin, 'careers.announceResume', { kind: 'pdf' })
  const resume = {
    fileId: await upload(cloud, lin.openid, cloudPath, '%PDF-1.7 '),
    fileName: '徐朗_底盘.pdf',
  }
  const withResume = { positionId, phone: '13700000001', ...friend, resume }
  const { candidateId } = await does(lin, 'careers.refer', withResume)
  const taken = await does(lin, 'careers.refer', { positionId, phone: '13700000002', ...friend })
  await does(lin, 'careers.takeBack', { candidateId: taken.candidateId, version: 1 })
  await does(lin, 'careers.listMine')
  await does(cao, 'careers.openDesk', { state: 'open' })
  await does(cao, 'careers.openBoard', { column: 'fresh' })
  await does(cao, 'careers.openCandidate', { candidateId })
  await does(cao, 'careers.showContact', { candidateId })
  await does(cao, 'careers.openResume', { candidateId })
  await does(cao, 'careers.tellLead', { candidateId: own, version: 3 })
  const steps = ['contact', 'interview', 'offer', 'hire', 'undoHire', 'hire', 'undoHire']
  for (const [version, action] of steps.entries())
    await does(cao, 'careers.moveCandidates', {
      candidates: [{ candidateId, version: version + 1 }],
      action,
      note: '看过了',
    })
  await does(cao, 'careers.exportCandidates', { format: 'xlsx' })
  await cloud.timer('careers', 'tend')
}
