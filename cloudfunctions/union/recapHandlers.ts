import { addEventPhotos } from './addEventPhotos'
import { listEventPhotos } from './listEventPhotos'
import { removeRecap } from './removeRecap'
import { writeRecap } from './writeRecap'

/** What comes after an event, as `recapContract.ts` has it. */
export const recapHandlers = { writeRecap, removeRecap, addEventPhotos, listEventPhotos }
