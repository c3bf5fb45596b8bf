import { selfservice } from '@domain/selfservice/contract'
import { writeFeed } from '@domain/selfservice/gtfs/feed'
import { handle } from '@platform/context'
import { requireTimetable } from './drafts'
import { zipOf } from './feedFile'
import { networkOf } from './shuttleReading'

export const exportFeed = handle(selfservice.exportFeed, async (_ctx, { versionId }) => {
  const version = await requireTimetable(versionId)
  const zip = zipOf(writeFeed(await networkOf(version)))
  const label = version.number > 0 ? `v${version.number}` : 'draft'
  return { fileName: `shuttle-${label}.zip`, zip: Buffer.from(zip).toString('base64') }
})
