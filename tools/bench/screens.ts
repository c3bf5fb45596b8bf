import { type Measured, measure } from './measure'
import type { Section, Table } from './report'
import { readSetData, type SetDataCounts } from './setData'
import { actionsOf, screensOf } from './subjects'
import { type BenchWorld, startWorld } from './world'

const RUNS = 200

export interface Counted {
  screens: readonly Measured[]
  actions: readonly Measured[]
}

/** Every screen and action of the app, one after the other. */
export async function countAll(world: BenchWorld, runs: number): Promise<Counted> {
  const screens: Measured[] = []
  for (const subject of screensOf(world)) screens.push(await measure(world, subject, runs))
  const actions: Measured[] = []
  for (const subject of actionsOf(world)) actions.push(await measure(world, subject, runs))
  return { screens, actions }
}

/** What each screen and action costs: calls, database requests, time, and what the phone's two threads exchange. */
export async function benchScreens(): Promise<Section> {
  const world = await startWorld()
  const { screens, actions } = await countAll(world, RUNS).finally(() => world.close())
  const setData = await readSetData()
  return {
    title: 'Screens and actions',
    method: [
      `Each procedure is called ${RUNS} times, one after the other, on the demonstration world, after five calls that`,
      'warm its instance; inputs rotate over people, posts and products. Milliseconds run from the request of a client',
      'on the same machine to the last byte of the reply, through the function and the unmodified SDK. Database requests',
      'are those of the local cloud’s log, the start and the end of a transaction included; a range says that calls',
      'differ, by what is remembered or what there is to read.',
    ],
    tables: [
      { caption: 'Screens', table: costs('screen', screens) },
      { caption: 'Actions', table: costs('action', actions) },
      { caption: 'Between the threads of the phone', table: setDataTable(setData) },
    ],
    findings: [
      'The last table is counted by `tests/weapp/setData.test.ts` in the built `dist/weapp`: from the opening of a page, or a tap, until it shows what is new and has come to rest. Home calls three procedures at launch, each once; what an action outdates is read again where a page that stays open shows it.',
    ],
    broken: [],
  }
}

function costs(what: string, measured: readonly Measured[]): Table {
  return {
    header: [what, 'cloud calls', 'db requests', 'p50 ms', 'p99 ms', 'reply KB'],
    rows: measured.map(({ label, requests, p50Ms, p99Ms, replyBytes }) => [
      label,
      '1',
      requests.least === requests.most ? `${requests.most}` : `${requests.least}–${requests.most}`,
      p50Ms.toFixed(1),
      p99Ms.toFixed(1),
      (replyBytes / 1024).toFixed(1),
    ]),
  }
}

function setDataTable(counts: readonly SetDataCounts[]): Table {
  return {
    header: ['page', 'cloud calls', 'setData calls', 'setData KB'],
    rows: counts.map(({ label, cloudCalls, calls, bytes }) => [
      label,
      cloudCalls.length.toString(),
      calls.toString(),
      (bytes / 1024).toFixed(1),
    ]),
  }
}
