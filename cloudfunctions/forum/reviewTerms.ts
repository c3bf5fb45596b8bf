import { termsOf } from '@domain/forum/words'
import type { ReviewDocument } from './store'

/**
 * A review with what moderators find it by: what it says, its author's name and number, and of a post its title. Made anew
 * wherever one of these changes; the title above a comment is not among them, so that nothing outlives the post.
 */
export function withTerms(review: Omit<ReviewDocument, 'terms'>): ReviewDocument {
  const { subject, author } = review
  const { kind, title, words } = subject
  const said = kind === 'post' ? [title, words] : [words]
  return { ...review, terms: termsOf([author.name, author.employeeId, ...said].join('\n')) }
}
