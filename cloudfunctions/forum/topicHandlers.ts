import { followAuthor, followTopic } from './follow'
import { listTopics } from './listTopics'
import { openAuthor } from './openAuthor'
import { openFollowing } from './openFollowing'
import { openTopic } from './openTopic'
import { search } from './search'

/** Topics, whom one follows, and the search, as `topicContract.ts` has them. */
export const topicHandlers = {
  listTopics,
  openTopic,
  followTopic,
  followAuthor,
  openAuthor,
  openFollowing,
  search,
}
