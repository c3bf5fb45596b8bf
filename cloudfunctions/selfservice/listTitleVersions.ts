import { refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { titleVersions } from './store'
import { titleOf } from './titleViews'

const VERSIONS_SHOWN = 50

export const listTitleVersions = handle(selfservice.listTitleVersions, async (_ctx, { titleId }) => {
  const found = await titleVersions.find({
    where: { titleId },
    orderBy: [['version', 'desc']],
    limit: VERSIONS_SHOWN,
  })
  refuse(found.length === 0, 'SELFSERVICE_TITLE_MISSING')
  return {
    versions: found.map(({ titleId: of, changedBy, ...title }) => ({
      ...titleOf({ ...title, _id: of, changedBy }),
      changedBy,
    })),
  }
})
