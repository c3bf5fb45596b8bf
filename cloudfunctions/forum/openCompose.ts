import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { forecast, happyHour } from '../coin/public'
import { listBoards } from './boards'
import { silenceOf } from './silence'
import { sitesFor } from './sites'
import { voicesOf } from './voices'

export const openCompose = handle(forum.openCompose, async ctx => {
  const [boards, sites, voices, silence, promised, running] = await Promise.all([
    listBoards(),
    sitesFor(ctx.employee),
    voicesOf(ctx.employee),
    silenceOf(ctx),
    forecast(ctx.employee.id, 'forum.post', ctx.now),
    happyHour(ctx.now),
  ])
  return { boards, sites, voices, silence, forecast: promised, happyHour: running, now: ctx.now }
})
