import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { allTitles, titleOf } from './titleViews'

export const listTitles = handle(selfservice.listTitles, async ({ employee: { site } }) => {
  const used = (await allTitles()).filter(({ on }) => on).map(titleOf)
  const isOwn = ({ sites }: { sites: string[] }) => sites.includes(site)
  return { titles: [...used.filter(isOwn), ...used.filter(title => !isOwn(title))], site }
})
