import { addPhotos } from './addPhotos'
import { listPhotos } from './listPhotos'
import { removePhoto } from './removePhoto'

/** The photo wall, as `photoContract.ts` has it. */
export const photoHandlers = { listPhotos, addPhotos, removePhoto }
