import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Line, Network } from '@domain/selfservice/network'
import { timetableDocuments } from '../../tools/seed/timetables'
import { expectData } from './expectError'
import { newRequestId, upload } from './identityWorld'
import { startTestCloud, type TestCloud, type TestCloudOptions } from './localCloud'
import { insertPeople, people, type TestPerson } from './people'
import { line3, network, trip } from './shuttleNetwork'

/** Tuesday 24 November 2026, 7:40: in the bus. */
export const SHUTTLE_CLOCK = '2026-11-24T07:40:00+08:00'
export const SHUTTLE_NOW = Date.parse(SHUTTLE_CLOCK)
export const at = (clock: string, on = '2026-11-24') => Date.parse(`${on}T${clock}:00+08:00`)

/** A cloud in which the timetable `network` counts since summer, as version 1. */
export async function startShuttleCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const cloud = await startTestCloud({ clock: SHUTTLE_CLOCK, ...options })
  await insertPeople(cloud.engine)
  await publishedBefore(cloud, network)
  return cloud
}

/** Puts a timetable there that has counted since summer. */
export async function publishedBefore(cloud: TestCloud, given: Network): Promise<void> {
  const documents = timetableDocuments([
    {
      versionId: 'v1',
      network: given,
      effectiveOn: '2026-07-01',
      note: '夏季时刻表',
      by: '潘悦',
      at: Date.parse('2026-06-20T10:00:00+08:00'),
    },
  ])
  for (const [collection, own] of Object.entries(documents))
    await cloud.engine.insertMany(
      collection,
      own.map(document => ({ ...document })),
    )
}

export interface Draft {
  versionId: string
  revision: number
}

const { pan } = people

/** Line 3 as it will be: an earlier second trip, and a new stop on it. */
export function earlierLine3(): Line {
  const [there, back] = line3.directions as [Line['directions'][0], Line['directions'][0]]
  const stopIds = ['caoan', 'anting', 'antingN', 'boyuan', 'east']
  const trips = [
    trip('L3-1', 'workdays', '7:12 7:32 - 7:41 7:49'),
    trip('L3-2', 'workdays', '7:26 7:46 7:49 7:56 8:04'),
    trip('L3-3', 'workdays', '7:47 8:07 - - 8:22'),
    trip('L3-9', 'weekends', '9:00 9:20 - 9:29 9:37'),
  ]
  return { ...line3, directions: [{ ...there, stopIds, trips }, back] }
}

export async function startedDraft(cloud: TestCloud, who: TestPerson = pan): Promise<Draft> {
  const { versionId } = expectData(
    await cloud.call<{ versionId: string }>(who.openid, 'selfservice.startDraft', {}, newRequestId()),
  )
  const opened = await cloud.call<{ version: Draft }>(who.openid, 'selfservice.openDraft', { versionId })
  return { versionId, revision: expectData(opened).version.revision }
}

export function save(cloud: TestCloud, draft: Draft, line: Line = earlierLine3()) {
  const input = { versionId: draft.versionId, revision: draft.revision, line }
  return cloud.call<{ revision: number }>(pan.openid, 'selfservice.saveLine', input, newRequestId())
}

export const publishing = { effectiveOn: '2026-12-01', note: '外环北段修路，增停安亭北站' }

export function publish(cloud: TestCloud, draft: Draft, more: object = {}, requestId = newRequestId()) {
  const { versionId, revision } = draft
  const input = { versionId, revision, ...publishing, ...more }
  return cloud.call<{ number: number }>(pan.openid, 'selfservice.publishDraft', input, requestId)
}

/** A draft in which line 3 is earlier, ready to be published. */
export async function earlierDraft(cloud: TestCloud): Promise<Draft> {
  const draft = await startedDraft(cloud)
  const { revision } = expectData(await save(cloud, draft))
  return { ...draft, revision }
}

export function favour(cloud: TestCloud, who: { openid: string }, more: object = {}) {
  const input = { lineId: 'L3', directionId: '0', stopId: 'anting', ...more }
  return cloud.call(who.openid, 'selfservice.favourLine', input, newRequestId())
}

const FIXTURE = path.resolve(__dirname, '../domain/selfservice/fixtures/zakroczym/gtfs.zip')
let uploads = 0

export async function uploadedFeed(cloud: TestCloud, content?: Uint8Array | string, name = 'gtfs.zip') {
  uploads += 1
  const given = content ?? (await readFile(FIXTURE))
  const body = typeof given === 'string' ? given : new Uint8Array(given)
  // Named as the page names it, whatever was picked.
  const extension = name.endsWith('.zip') ? 'zip' : 'txt'
  const fileId = await upload(cloud, pan.openid, `feeds/${uploads}/0.${extension}`, body)
  return { fileId, name }
}

export interface Checked {
  versionId: string | null
  problems: { file: string; line: number; field: string; code: string }[]
  notes: { file: string; code: string }[]
  counts: { lines: number; stops: number; trips: number } | null
}

export function check(cloud: TestCloud, files: { fileId: string; name: string }[]) {
  return cloud.call<Checked>(pan.openid, 'selfservice.checkFeed', { files }, newRequestId())
}
