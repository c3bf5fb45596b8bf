import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { withoutLeavers } from './leavers'
import { consequencesOf } from './removing'
import { authorForModerators, thingTo } from './subjects'

export const openRemoval = handle(forum.openRemoval, async (ctx, subject) => {
  const thing = await thingTo('remove', subject)
  const [consequences, [shown]] = await Promise.all([
    consequencesOf(thing, ctx.now),
    withoutLeavers([thing.publication]),
  ])
  return { ...consequences, author: authorForModerators(shown ?? thing.publication) }
})
