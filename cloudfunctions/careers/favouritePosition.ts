import { careers } from '@domain/careers/contract'
import { positionLimits } from '@domain/careers/position'
import { refuse } from '@domain/kernel/errors'
import { handleWith } from '@platform/context'
import { markedAlong } from './openPositions'
import { favouriteIdOf, favourites, positions } from './store'

export const favouritePosition = handleWith(
  careers.favouritePosition,
  () => ({ marked: markedAlong() }),
  async ({ employee, now }, { positionId, favourite }, { marked }) => {
    const _id = favouriteIdOf(positionId, employee.id)
    if (!favourite) {
      await favourites.removeWhere({ _id })
      return { favourite }
    }
    await positions.require(positionId, 'CAREERS_POSITION_MISSING')
    const others = marked.filter(one => one.positionId !== positionId)
    refuse(others.length >= positionLimits.favouritesMax, 'CAREERS_FAVOURITES_FULL')
    await favourites.put({ _id, positionId, employeeId: employee.id, at: now })
    return { favourite }
  },
)
