import type { EarnReason } from '../coin/reasons'
import type { SubjectKind } from './review'

/** By which reasons a publication earns its author coins: what a removal takes back, and a restoration gives again. */
export const earningReasons: Readonly<Record<SubjectKind, readonly EarnReason[]>> = {
  post: ['forum.post', 'forum.featured', 'forum.liked'],
  comment: ['forum.comment', 'forum.liked'],
}
