import { type PublicationState, shownState } from '@domain/forum/standing'
import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { api, Output } from '@/api'
import { sayWhen } from '@/ui/clock/moment'

export type Post = Output<typeof api.forum.openPost>['post']
export type Thread = Output<typeof api.forum.openPost>['comments'][number]
export type Comment = Output<typeof api.forum.addComment>['comment']
export type Silence = NonNullable<Output<typeof api.forum.openPost>['silence']>
export type Author = Post['author']

/** How a post stands that its reader sees: what may be done to it depends on that. */
export function standingOf(post: Pick<Post, 'boardId' | 'hidden'>): PublicationState {
  return post.hidden ? 'hidden' : shownState(post)
}

/** How long ago, as one says it of something fresh: "刚刚", "26 分钟前", then the time itself. */
export function sayAgo(at: number, now: number): string {
  const past = now - at
  // A phone's clock may lag a little; further ahead is another day, and the time itself is the truth.
  if (past < -MINUTE_MS) return sayWhen(at, now)
  if (past < MINUTE_MS) return '刚刚'
  if (past < HOUR_MS) return `${Math.floor(past / MINUTE_MS)} 分钟前`
  return sayWhen(at, now)
}

/** Where somebody belongs; an official account speaks for the company. */
export function belonging({ official, site, department }: Author): string {
  // Who has left belongs nowhere any more.
  return official ? '官方' : [site, department].filter(Boolean).join(' · ')
}
