import { careers } from '@domain/careers/contract'
import { nextPositionState, type PositionState, positionActionNames } from '@domain/careers/position'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { touched } from './savePosition'
import { worksFor } from './scope'
import { keyOfTime, positions } from './store'

export const movePosition = handle(careers.movePosition, async (ctx, { positionId, version, action }) => {
  let moved: { before: PositionState; after: PositionState } | undefined
  return ctx.transaction(
    async tx => {
      const position = await positions.in(tx).require(positionId, 'CAREERS_POSITION_MISSING')
      if (!worksFor(ctx.employee, position.city)) throw new Refusal('CAREERS_POSITION_MISSING')
      refuse(position.version !== version, 'CAREERS_POSITION_CHANGED')
      const state = nextPositionState(position.state, action)
      if (state === null) throw new Refusal('CAREERS_TRANSITION_REFUSED')
      moved = { before: position.state, after: state }
      const isNewlyOpen = action === 'publish' || action === 'reopen'
      await positions.in(tx).update(positionId, {
        state,
        ...touched(ctx, position, positionActionNames[action]),
        ...(isNewlyOpen ? { openedAt: ctx.now, openKey: keyOfTime(ctx.now, positionId) } : {}),
      })
      return { state, version: version + 1 }
    },
    () => ({
      subject: `${positions.name}/${positionId}`,
      before: { state: moved?.before },
      after: { state: moved?.after },
    }),
  )
})
