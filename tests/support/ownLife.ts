import { PRIVACY_VERSION } from '@domain/identity/privacy'
import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { insertPeople, people } from './people'

const { lin, han, voice, guo } = people
/** Has nothing open. */
const leaving = { ...guo, employeeId: 'VC019928', openid: 'wx-leaving', name: '黎初', grants: [] }

/** Each procedure of one's own data once, by colleagues of whom other rooms know something already. */
export async function ownDataLives(cloud: TestCloud, does: Does): Promise<void> {
  await does(lin, 'growth.checkIn')
  await does(lin, 'growth.openEnergy')
  await does(lin, 'growth.openLevel')
  await does(lin, 'forum.listMyComments')
  await does(lin, 'forum.listLiked')
  await does(han, 'identity.openPrivacy')
  await does(han, 'identity.agreeToPrivacy', { version: PRIVACY_VERSION })
  await does(han, 'identity.changePrivacy', { department: 'department', phone: 'nobody' })
  await does(han, 'identity.announceUploads', { ends: ['jpg', 'png'] })
  await does(han, 'identity.changeAvatar', {
    fileId: await upload(cloud, han.openid, 'uploads/face.jpg', 'face'),
  })
  await does(han, 'identity.openMyData')
  await does(han, 'identity.requestExport')
  await does(han, 'identity.continueExport')
  await does(voice, 'identity.openDeletion')
  await insertPeople(cloud.engine, [leaving])
  await does(leaving, 'identity.requestDeletion', { words: 'remove', confirmedBy: leaving.employeeId })
  await does(leaving, 'identity.withdrawDeletion')
}
