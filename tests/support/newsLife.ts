import type { Does } from './does'
import { people } from './people'

const { wang, zhao } = people

/** Each procedure of news once. */
export async function newsLives(does: Does): Promise<void> {
  const audience = { kind: 'department', value: '质量' }
  await does(wang, 'notice.openNewsDesk')
  await does(wang, 'notice.previewNews', { audience })
  const { newsId } = await does(wang, 'notice.sendNews', { title: '盘点', body: '周五下午盘点', audience })
  await does(zhao, 'notice.openNews', { newsId })
  await does(zhao, 'notice.markRead', { newsId })
  await does(wang, 'notice.withdrawNews', { newsId, reason: '核对过了' })
}
