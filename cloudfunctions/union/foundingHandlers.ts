import { decideFounding } from './decideFounding'
import { listMyFoundings } from './listMyFoundings'
import { openFounding } from './openFounding'
import { proposeAssociation } from './proposeAssociation'
import { withdrawFounding } from './withdrawFounding'

/** Founding an association, as `foundingContract.ts` has it. */
export const foundingHandlers = {
  proposeAssociation,
  openFounding,
  listMyFoundings,
  decideFounding,
  withdrawFounding,
}
