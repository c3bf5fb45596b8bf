import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { favouriteIdOf, favourites } from './store'

export const unfavourLine = handle(selfservice.unfavourLine, async (ctx, { lineId }) => {
  await favourites.removeWhere({ _id: favouriteIdOf(lineId, ctx.employee.id) })
  return { favoured: false as const }
})
