import type { PollView } from '@domain/forum/pollContract'
import type { PostDocument } from '../../cloudfunctions/forum/store'
import type { TestCloud } from './localCloud'
import { attempt, BOARD, colleague, persist, succeed } from './talkWorld'

export const NOON_MS = Date.parse('2026-03-02T12:00:00+08:00')
export const END_MS = NOON_MS + 24 * 60 * 60_000
export const FIKA = { options: ['肉桂卷', '苹果派', '豆沙包'], multiple: false, endsAt: END_MS }

export type PollSteps = ReturnType<typeof pollSteps>

/** What colleagues, called by their numbers, ask and answer. */
export function pollSteps(cloud: Pick<TestCloud, 'call' | 'dump'>) {
  let asked = 0
  return {
    /** @returns the id of the post */
    async ask(author: number, poll: object = {}): Promise<string> {
      asked += 1
      const words = { title: '周五 Fika 想吃什么', body: `第 ${asked} 次` }
      const input = { boardId: BOARD, ...words, poll: { ...FIKA, ...poll } }
      return (await succeed(cloud, colleague(author), 'forum.createPost', input)).postId
    },
    vote: async (who: number, postId: string, ...optionIds: string[]): Promise<PollView> =>
      (await succeed(cloud, colleague(who), 'forum.votePoll', { postId, optionIds })).poll,
    tryToVote: (who: number, postId: string, ...optionIds: string[]) =>
      attempt(cloud, colleague(who), 'forum.votePoll', { postId, optionIds }),
    persistVote: async (who: number, postId: string, requestId: string, ...optionIds: string[]) =>
      (await persist(cloud, colleague(who), 'forum.votePoll', { postId, optionIds }, requestId)).poll,
    async seen(reader: number, postId: string): Promise<PollView> {
      const { post } = await succeed(cloud, colleague(reader), 'forum.openPost', { postId })
      return post.poll as PollView
    },
    async stored(postId: string): Promise<PostDocument> {
      return (await cloud.dump<PostDocument>('forum_posts')).find(({ _id }) => _id === postId) as PostDocument
    },
  }
}

export const votesOf = ({ options }: PollView) => options.map(({ votes }) => votes)
