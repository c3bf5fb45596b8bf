import { reportReasons } from '@domain/forum/reports'
import { HOUR_MS } from '@domain/kernel/time'
import { api, holdCommand, type Output } from '@/api'
import { MODERATED_UNDO_SECONDS, type Penalty } from '@/rooms/forum/public'
import { sayWaited } from './waited'

export type Row = Output<typeof api.forum.listReviews>['reviews'][number]
export type Opened = Output<typeof api.forum.openReview>

export const kindWords = { post: '帖子', comment: '评论' } as const

/** What a decision makes old: the queue, the inbox and its badge among them. */
const outdates = [
  api.forum.listReviews,
  api.forum.openReview,
  api.forum.openPost,
  api.forum.openFeed,
  api.access.openInbox,
  api.identity.openSession,
] as const

/** "还剩 5 小时"; what is late says so. */
export function sayLeft(dueAt: number, now: number): string {
  if (dueAt <= now) return `晚了 ${sayWaited(now - dueAt)}`
  // A day is counted in hours here: an answer is promised within twenty-four.
  return dueAt - now < HOUR_MS
    ? `还剩 ${sayWaited(dueAt - now)}`
    : `还剩 ${Math.floor((dueAt - now) / HOUR_MS)} 小时`
}

const HURRY_MS = 6 * HOUR_MS
export const isPressing = (dueAt: number, now: number): boolean => dueAt - now < HURRY_MS

/** What it is there for: "人身攻击". */
export function sayReason({ reasons }: Row): string {
  const [first] = reasons
  return first ? reportReasons[first.reason] : '图片要看'
}

/** Who says so, and how far they are to be believed. */
export function sayReporters({ state, decision, reports, unheeded, bestShare, hidden }: Row): string {
  if (state === 'appealed') return `原来由${decision?.by ?? '同事'}决定`
  if (state === 'decided') return decision ? `${decision.by}决定` : ''
  if (reports === 0) return '微信拿不准，只有作者和你看得到图片'
  const trust =
    unheeded > 0
      ? `，其中 ${unheeded} 人常报错`
      : bestShare === null
        ? '，还没有报准过的记录'
        : `，准确率最高 ${Math.round(bestShare * 100)}%`
  return `${reports} 人举报${trust}${hidden ? '，已自动隐去' : ''}`
}

interface Deciding {
  reviewId: string
  version: number
  /** "丁一凡的评论" */
  subject: string
}

const about = (deciding: Deciding, said: string, after = '数到 0 就生效并通知作者') => ({
  ids: [deciding.reviewId],
  subject: deciding.subject,
  outdates,
  answered: 1,
  said: `${said} ${deciding.subject}`,
  after,
  seconds: MODERATED_UNDO_SECONDS,
  tooLate: '已经发出去了，在「已处理」里能看到',
})

/** Decides about what was reported, with ten seconds to take it back before coins move or anybody is told. */
export function decideWithUndo(
  deciding: Deciding,
  verdict: 'keep' | 'remove',
  reason: string,
  penalty: Penalty = {},
): void {
  const { reviewId, version } = deciding
  const input = { reviewId, version, verdict, reason, ...penalty }
  holdCommand(
    api.forum.decideReview,
    input,
    verdict === 'keep'
      ? about(deciding, '已保留', '数到 0 就生效，并告诉举报的人')
      : about(deciding, '已移除'),
  )
}

/** Answers an appeal in the same way. */
export function answerWithUndo(deciding: Deciding, verdict: 'uphold' | 'restore', reason: string): void {
  const { reviewId, version } = deciding
  const input = { reviewId, version, verdict, reason }
  holdCommand(api.forum.answerAppeal, input, about(deciding, verdict === 'restore' ? '已恢复' : '维持移除'))
}
