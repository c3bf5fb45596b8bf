import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { forecast, happyHour } from '../coin/public'
import { listBoards } from './boards'

export const openCompose = handle(forum.openCompose, async ctx => {
  const [boards, promised, running] = await Promise.all([
    listBoards(),
    forecast(ctx.employee.id, 'forum.post', ctx.now),
    happyHour(ctx.now),
  ])
  return { boards, forecast: promised, happyHour: running, now: ctx.now }
})
