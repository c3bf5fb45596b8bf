import type { Instant } from '@domain/kernel/time'
import { stats } from '@domain/stats/contract'
import { handleWith } from '@platform/context'
import { handOut, removeExpiredFiles } from '@platform/handedFiles'
import type { Shift } from '@platform/shift'
import { workbookOf } from '@platform/workbook'
import { dashboardAlong, readDashboard } from './readDashboard'
import { dashboardSheets } from './sheets'
import { daily, files } from './store'

export const exportDashboard = handleWith(
  stats.exportDashboard,
  dashboardAlong,
  async (ctx, input, along) => {
    const { view, days } = await readDashboard(input, along, ctx.now)
    const content = await workbookOf(dashboardSheets(view, days))
    const made = { folder: 'stats', name: '运营数据.xlsx', content, failed: 'STATS_EXPORT_FAILED' } as const
    const { url, file } = await handOut(ctx, files, made)
    const { from, to, department } = view
    return ctx.transaction(
      async tx => {
        await files.in(tx).put(file)
        return { url }
      },
      () => ({ subject: daily.name, before: null, after: { exported: true, from, to, department } }),
    )
  },
)

/** Removes workbooks whose links are over. */
export const removeExports = (now: Instant, shift: Shift) => removeExpiredFiles(files, now, shift)
