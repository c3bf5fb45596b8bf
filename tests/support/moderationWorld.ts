import type { ReportReason } from '@domain/forum/reports'
import { startTestCloud, type TestCloud } from './localCloud'
import { insertPeople, type TestPerson } from './people'
import { type TalkSteps, talkSteps } from './talkSteps'
import { colleague, succeed, type TalkWorld, talkWorld } from './talkWorld'

export const NOON = '2026-03-02T12:00:00+08:00'
export const REASON = '说事可以，说人不行。'
const COLLEAGUES = 120

export type Verdict = 'uphold' | 'restore'

/** A cloud with many colleagues and two moderators, and what they do about what others say. */
export interface ModerationWorld {
  cloud: TestCloud
  steps: TalkSteps
  world: TalkWorld
  /** The moderators. */
  guo: TestPerson
  tang: TestPerson
  /** The number of a colleague whom nobody has asked for yet: what somebody does wrong in one test counts in another. */
  someone(): number
  report(who: number, kind: 'post' | 'comment', id: string, why?: ReportReason): Promise<unknown>
  /** @returns the numbers of the three who have reported it */
  hide(kind: 'post' | 'comment', id: string): Promise<number[]>
  versionOf(reviewId: string): Promise<number>
  decide(who: TestPerson, reviewId: string, more?: object): Promise<{ reversed: number }>
  appeal(who: number, reviewId: string): Promise<{ dueAt: number }>
  answer(who: TestPerson, reviewId: string, verdict: Verdict): Promise<{ repaid: number }>
  /** A comment that was reported by three and removed. */
  removedComment(
    author: number,
  ): Promise<{ postId: string; commentId: string; reviewId: string; reporters: number[] }>
  stored<T extends { _id: string }>(collection: string, id: string): Promise<T | undefined>
  titlesTo(number: number): Promise<string[]>
  tend(): Promise<unknown>
}

export async function moderationWorld(
  options: Parameters<typeof startTestCloud>[0] = {},
): Promise<ModerationWorld> {
  const cloud = await startTestCloud({ clock: NOON, ...options })
  const world = await talkWorld(cloud.engine, COLLEAGUES)
  const guo = world.moderator
  const tang = colleague(COLLEAGUES + 10)
  await insertPeople(cloud.engine, [{ ...tang, grants: [{ role: 'moderator' }] }])
  const steps = talkSteps(cloud)
  let used = 0
  const someone = () => {
    used += 1
    return used
  }
  const report: ModerationWorld['report'] = (who, kind, id, why = 'insult') =>
    succeed(cloud, colleague(who), 'forum.report', { kind, id, reason: why })
  const hide: ModerationWorld['hide'] = async (kind, id) => {
    const reporters = [someone(), someone(), someone()]
    for (const who of reporters) await report(who, kind, id)
    return reporters
  }
  const versionOf: ModerationWorld['versionOf'] = async reviewId =>
    (await succeed(cloud, guo, 'forum.openReview', { reviewId })).review.version
  const decide: ModerationWorld['decide'] = async (who, reviewId, more = {}) => {
    const input = { reviewId, version: await versionOf(reviewId), verdict: 'remove', reason: REASON, ...more }
    return succeed(cloud, who, 'forum.decideReview', input)
  }
  return {
    cloud,
    steps,
    world,
    guo,
    tang,
    someone,
    report,
    hide,
    versionOf,
    decide,
    appeal: (who, reviewId) =>
      succeed(cloud, colleague(who), 'forum.appeal', { reviewId, words: '不是那个意思' }),
    async answer(who, reviewId, verdict) {
      const input = { reviewId, version: await versionOf(reviewId), verdict, reason: '再看了一遍' }
      return succeed(cloud, who, 'forum.answerAppeal', input)
    },
    async removedComment(author) {
      const postId = await steps.publish(someone())
      const { comment } = await steps.comment(author, postId, '一群懒虫')
      const reporters = await hide('comment', comment.commentId)
      const reviewId = `comment.${comment.commentId}`
      await decide(guo, reviewId)
      return { postId, commentId: comment.commentId, reviewId, reporters }
    },
    stored: async <T extends { _id: string }>(collection: string, id: string) =>
      (await cloud.dump<T>(collection)).find(({ _id }) => _id === id),
    titlesTo: async number => (await steps.noticesOf(colleague(number).employeeId)).map(({ title }) => title),
    tend: () => cloud.timer('forum', 'tend'),
  }
}
