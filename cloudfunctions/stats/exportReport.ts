import { Refusal } from '@domain/kernel/errors'
import { stats } from '@domain/stats/contract'
import { handleWith } from '@platform/context'
import { handOut } from '@platform/handedFiles'
import { reportWorkbook } from './reporting'
import { files, reports } from './store'

export const exportReport = handleWith(
  stats.exportReport,
  ({ week }) => ({ found: reports.along({ where: { _id: week }, limit: 1 }) }),
  async (ctx, { week }, { found: [report] }) => {
    if (!report) throw new Refusal('STATS_NO_REPORT')
    const content = await reportWorkbook(report)
    const made = {
      folder: 'stats',
      name: `运营周报 ${week}.xlsx`,
      content,
      failed: 'STATS_EXPORT_FAILED',
    } as const
    const { url, file } = await handOut(ctx, files, made)
    return ctx.transaction(
      async tx => {
        await files.in(tx).put(file)
        return { url }
      },
      () => ({ subject: reports.name, before: null, after: { exported: true, week } }),
    )
  },
)
