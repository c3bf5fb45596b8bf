import { heatKeyOf } from '@domain/forum/heat'
import type { PostDocument } from './store'

type Written = Pick<
  PostDocument,
  | '_id'
  | 'boardId'
  | 'author'
  | 'voice'
  | 'site'
  | 'title'
  | 'body'
  | 'images'
  | 'topics'
  | 'topicIds'
  | 'mentions'
  | 'poll'
  | 'card'
  | 'postedAt'
  | 'changedAt'
>

/** A post that nobody has read yet. */
export function freshPost(written: Written): PostDocument {
  const { _id, postedAt } = written
  return {
    ...written,
    likers: [],
    likes: 0,
    savers: [],
    favourites: 0,
    written: 0,
    withdrawn: 0,
    heatKey: heatKeyOf(_id, { likes: 0, comments: 0, favourites: 0, postedAt }),
    heatDue: false,
    featuredKey: '',
    wasFeatured: false,
    pinnedAt: null,
    editedAt: null,
    edits: 0,
    state: 'live',
    withdrawal: null,
  }
}
