import { careers } from '@domain/careers/contract'
import { positionActionsFor } from '@domain/careers/position'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { worksFor } from './scope'
import { type PositionDocument, positions } from './store'

/** What a position says, without what it has become. */
export function wordsOf(position: PositionDocument) {
  const { title, department, team, city, place, family, level, tracks } = position
  const { years, headcount, leadId, duties, requirements } = position
  return {
    ...{ title, department, team, city, place, family, level, tracks },
    ...{ years, headcount, leadId, duties, requirements },
  }
}

export const openPositionEdit = handle(careers.openPositionEdit, async ({ employee }, { positionId }) => {
  const position = await positions.require(positionId, 'CAREERS_POSITION_MISSING')
  if (!worksFor(employee, position.city)) throw new Refusal('CAREERS_POSITION_MISSING')
  const { leadName, state, version, trail } = position
  return {
    words: wordsOf(position),
    ...{ leadName, state, version, trail },
    actions: positionActionsFor(state),
  }
})
