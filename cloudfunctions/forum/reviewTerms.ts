import type { ReportReason } from '@domain/forum/reports'
import { termsOf } from '@domain/forum/words'
import type { ReviewDocument } from './store'

/** What a review is found by that was reported for this: no word has such a sign in it. */
export const termOfReason = (reason: ReportReason) => `reason:${reason}`

/**
 * A review with what moderators find it by: what it says, its author's name and number, of a post its title, and what it
 * was reported for. Made anew wherever one of these changes; the title above a comment is not among them, so that nothing outlives the post.
 */
export function withTerms(review: Omit<ReviewDocument, 'terms'>): ReviewDocument {
  const { subject, author, reasons } = review
  const { kind, title, words } = subject
  const said = kind === 'post' ? [title, words] : [words]
  const spoken = termsOf([author.name, author.employeeId, ...said].join('\n'))
  const reported = Object.keys(reasons) as ReportReason[]
  return { ...review, terms: [...spoken, ...reported.map(termOfReason)] }
}
