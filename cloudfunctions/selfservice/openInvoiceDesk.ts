import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { claimSummaryOf } from './claimReports'
import { claimImports } from './store'
import { allTitles, titleOf } from './titleViews'

const IMPORTS_SHOWN = 10

export const openInvoiceDesk = handle(selfservice.openInvoiceDesk, async ctx => {
  const [titles, imports] = await Promise.all([
    allTitles(),
    claimImports.find({ where: {}, orderBy: [['checkedAt', 'desc']], limit: IMPORTS_SHOWN }),
  ])
  return { titles: titles.map(titleOf), imports: imports.map(claimSummaryOf), now: ctx.now }
})
