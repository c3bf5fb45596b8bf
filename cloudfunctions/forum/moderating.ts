import { answerAppeal } from './answerAppeal'
import { appeal } from './appeal'
import { decideReview } from './decideReview'
import { listReviews } from './listReviews'
import { openMyReview } from './openMyReview'
import { openRemoval } from './openRemoval'
import { openReview } from './openReview'
import { removeComment } from './removeComment'
import { removePost } from './removePost'
import { report } from './report'

/** What reports lead to, from the first one to the answer to an appeal; and removals that nobody has asked for. */
export const moderating = {
  report,
  listReviews,
  openReview,
  openRemoval,
  decideReview,
  openMyReview,
  appeal,
  answerAppeal,
  removePost,
  removeComment,
}
