import type { TestCloud } from './localCloud'
import { BOARD, colleague, succeed } from './talkWorld'

interface StoredNotice {
  employeeId: string
  title: string
  body: string
  target: unknown
}

export type TalkSteps = ReturnType<typeof talkSteps>

/** What colleagues, called by their numbers, do and see in a talk world. */
export function talkSteps(cloud: Pick<TestCloud, 'call' | 'dump'>) {
  // Nobody may say the same again within the hour.
  let published = 0
  return {
    /** @returns the id of the post */
    async publish(author: number, title = '周末露营'): Promise<string> {
      published += 1
      const post = { boardId: BOARD, title, body: `一起去，第 ${published} 次` }
      return (await succeed(cloud, colleague(author), 'forum.createPost', post)).postId
    },
    comment: (author: number, postId: string, body = '同去', requestId?: string) =>
      succeed(cloud, colleague(author), 'forum.addComment', { postId, body }, requestId),
    answer: (author: number, postId: string, answersId: string, body = '好的') =>
      succeed(cloud, colleague(author), 'forum.addComment', { postId, body, answersId }),
    open: (reader: number, postId: string) => succeed(cloud, colleague(reader), 'forum.openPost', { postId }),
    async balanceOf(number: number): Promise<number> {
      return (await succeed(cloud, colleague(number), 'coin.openStatement')).balance
    },
    async noticesOf(employeeId: string): Promise<StoredNotice[]> {
      const notices = await cloud.dump<StoredNotice>('notice_messages')
      return notices.filter(notice => notice.employeeId === employeeId)
    },
  }
}
