import { listFavourites } from './listFavourites'
import { listLiked } from './listLiked'
import { listMine } from './listMine'
import { listMyComments } from './listMyComments'

/** What somebody has written, said and kept, and what is liked of it. */
export const ownLists = { listMine, listMyComments, listFavourites, listLiked }
