import type { Does } from './does'
import type { TestCloud } from './localCloud'
import { people } from './people'
import { network, workdays } from './shuttleNetwork'
import { earlierLine3, publishedBefore, publishing, uploadedFeed } from './shuttleWorld'

const { pan, lin } = people

/** Each procedure of the buses once, in the way that costs most: with a version that counts and one that is to come. */
export async function busesLive(cloud: TestCloud, does: Does): Promise<void> {
  await publishedBefore(cloud, network)
  const own = { lineId: 'L3', directionId: '0', stopId: 'anting' }
  await does(lin, 'selfservice.favourLine', own)
  const { versionId } = await does(pan, 'selfservice.startDraft')
  const { agencies, stops } = network
  let revision = 1
  const change = async (name: string, input: object) => {
    const saved = await does<{ revision: number }>(pan, `selfservice.${name}`, {
      versionId,
      revision,
      ...input,
    })
    revision = saved.revision
  }
  await change('savePlaces', { agencies, stops })
  await change('saveServices', { services: [...network.services, { ...workdays, serviceId: 'fridays' }] })
  await change('saveLine', { line: { ...earlierLine3(), lineId: 'L4' } })
  await change('removeLine', { lineId: 'L4' })
  await change('saveLine', { line: earlierLine3() })
  await does(pan, 'selfservice.openDraft', { versionId })
  await does(pan, 'selfservice.openDraftLine', { versionId, lineId: 'L3' })
  await does(pan, 'selfservice.previewDraft', { versionId })
  await does(pan, 'selfservice.publishDraft', { versionId, revision, ...publishing })
  await does(pan, 'selfservice.openShuttleDesk')
  await does(lin, 'selfservice.openShuttle')
  await does(lin, 'selfservice.openLine', { lineId: 'L3' })
  await does(lin, 'selfservice.openTimetable', { lineId: 'L3' })
  await does(lin, 'selfservice.favourLine', { ...own, stopId: 'caoan' })
  await does(lin, 'selfservice.unfavourLine', { lineId: 'L3' })
  const feed = await does(pan, 'selfservice.checkFeed', { files: [await uploadedFeed(cloud)] })
  await does(pan, 'selfservice.exportFeed', { versionId: feed.versionId })
  await does(pan, 'selfservice.dropDraft', { versionId: feed.versionId })
  await does(pan, 'selfservice.withdrawTimetable', { versionId, reason: '修路推迟了' })
}
