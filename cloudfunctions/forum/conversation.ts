import { addComment } from './addComment'
import { deleteComment } from './deleteComment'
import { likeComment } from './likeComment'
import { listComments } from './listComments'
import { listReplies } from './listReplies'
import { tailComments } from './tailComments'

/** What is said under a post: the room's door hands these on. */
export const conversation = {
  listComments,
  listReplies,
  tailComments,
  addComment,
  likeComment,
  deleteComment,
}
