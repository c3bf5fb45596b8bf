import { createPost } from './createPost'
import { deletePost } from './deletePost'
import { editPost } from './editPost'
import { featurePost } from './featurePost'
import { openEdits } from './openEdits'
import { pinPost } from './pinPost'

/** What is done with a post itself, by its author and by those who choose for others. */
export const authoring = { createPost, editPost, openEdits, deletePost, featurePost, pinPost }
