import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { insertPeople, people } from './people'

type Does = <T = Record<string, string>>(who: { openid: string }, name: string, input?: object) => Promise<T>

const { guo, han, voice } = people
/** Has nothing open. */
const leaving = { ...guo, employeeId: 'VC019928', openid: 'wx-leaving', name: '黎初', grants: [] }

/** Each procedure of one's own data once, in the way that costs most. */
export async function ownDataLives(cloud: TestCloud, does: Does): Promise<void> {
  await does(han, 'identity.openPrivacy')
  await does(han, 'identity.changePrivacy', { department: 'department', phone: 'nobody' })
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
