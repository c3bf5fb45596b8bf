import type { Instant } from '@domain/kernel/time'
import { SECOND_MS } from '@domain/kernel/time'
import { stats } from '@domain/stats/contract'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { removeFiles, storeFile, temporaryLink } from '@platform/storage'
import { workbookOf } from '@platform/workbook'
import { dashboardAlong, readDashboard } from './readDashboard'
import { dashboardSheets } from './sheets'
import { daily, files } from './store'

/** Closed to clients; nobody reads there but by a link. */
const FOLDER = 'documents/stats'
/** Long enough for a slow network, and short enough to be worth nothing when it is passed on. */
const LINK_SECONDS = 600

export const exportDashboard = handleWith(
  stats.exportDashboard,
  dashboardAlong,
  async (ctx, input, along) => {
    const { view, days } = await readDashboard(input, along)
    const content = await workbookOf(dashboardSheets(view, days))
    // The same path in a retry, so that no file is left that nobody remembers.
    const _id = ctx.newId('file')
    const fileId = await storeFile(`${FOLDER}/${_id}.xlsx`, content, 'STATS_EXPORT_FAILED')
    const url = await temporaryLink(fileId, LINK_SECONDS, 'STATS_EXPORT_FAILED')
    const { from, to, department } = view
    return ctx.transaction(
      async tx => {
        await files.in(tx).put({ _id, fileId, expiresAt: ctx.now + LINK_SECONDS * SECOND_MS })
        return { url }
      },
      () => ({ subject: daily.name, before: null, after: { exported: true, from, to, department } }),
    )
  },
)

const AT_ONCE = 50

/** Removes workbooks whose links are over. */
export async function removeExports(now: Instant): Promise<number> {
  const over = { expiresAt: _.lte(now) }
  const due = await files.find({ where: over, orderBy: [['expiresAt', 'asc']], limit: AT_ONCE })
  const isGone = due.length > 0 && (await removeFiles(due.map(file => file.fileId)))
  return isGone ? files.removeWhere({ _id: _.in(due.map(file => file._id)) }) : 0
}
