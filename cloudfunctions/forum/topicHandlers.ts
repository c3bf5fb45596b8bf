import { editAccount } from './editAccount'
import { followAuthor, followTopic } from './follow'
import { listCalled } from './listCalled'
import { listTopics } from './listTopics'
import { openAccounts } from './openAccounts'
import { openAuthor } from './openAuthor'
import { openFollowing } from './openFollowing'
import { openTopic } from './openTopic'
import { search } from './search'

/** Topics, whom one follows, the search, and the accounts: `topicContract.ts`, `accountContract.ts`. */
export const topicHandlers = {
  listTopics,
  listCalled,
  openTopic,
  followTopic,
  followAuthor,
  openAuthor,
  openFollowing,
  search,
  openAccounts,
  editAccount,
}
