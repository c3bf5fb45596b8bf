import { limits } from '@domain/kernel/limits'
import type { Draft } from './draft'

export type Part = 'boardId' | 'title' | 'body'

/** What keeps a draft from being sent, by the part that it is about. */
export type Problems = Partial<Record<Part | 'poll', string | undefined>>

const TITLE_MIN = 2
/** Characters as people count them: an emoji is one. */
export const lengthOf = (text: string) => [...text.trim()].length

/** What keeps a draft from being sent, first things first; the server decides again. */
export function problemsOf({ boardId, title, body }: Draft): Partial<Record<Part, string>> {
  return {
    ...(boardId === '' ? { boardId: '选一个版块' } : {}),
    ...(lengthOf(title) < TITLE_MIN ? { title: `标题至少 ${TITLE_MIN} 个字` } : {}),
    ...(lengthOf(title) > limits.titleMax ? { title: `标题最多 ${limits.titleMax} 个字` } : {}),
    ...(lengthOf(body) === 0 ? { body: '正文写一句就行' } : {}),
    ...(lengthOf(body) > limits.bodyMax
      ? { body: `正文最多 ${limits.bodyMax} 个字，现在多了 ${lengthOf(body) - limits.bodyMax} 个` }
      : {}),
  }
}
