import type { Network } from './cloud'

export interface Fault {
  name: string
  network?: Network
  order?: FaultOrder
}

/** What is asked of the local cloud's door for faults. */
interface FaultOrder {
  database?: FaultRule
  openapi?: FaultRule
}

interface FaultRule {
  mode: string
  action?: string
  api?: string
  rate?: number
  times?: number
}

/** One that runs, as the door tells it. */
export interface RunningFault {
  kind: string
  rule: unknown
}

export const EMPTY = '空数据'

/** Each stays on until it is tapped again; one at a time, so that what is seen has one cause. */
export const faults: readonly Fault[] = [
  { name: '断网', network: 'offline' },
  { name: '慢 2 秒', network: 'slow' },
  {
    name: '事务冲突',
    order: { database: { action: 'database.commitTransaction', mode: 'conflict', rate: 1 } },
  },
  { name: EMPTY, network: 'empty' },
  { name: '数据库不通', order: { database: { mode: 'fail', rate: 1 } } },
  { name: '内容检查失灵', order: { openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1_000 } } },
]

/** The names of the faults that are on, by what lies between phone and cloud and by what the cloud was told. */
export function faultsOn(network: Network, running: readonly RunningFault[]): string[] {
  return faults
    .filter(fault => (fault.order ? running.some(isOf(fault.order)) : fault.network === network))
    .map(({ name }) => name)
}

const isOf =
  ({ database, openapi }: FaultOrder) =>
  ({ kind, rule }: RunningFault): boolean => {
    const asked = kind === 'database' ? database : kind === 'openapi' ? openapi : undefined
    const found = rule as FaultRule
    return (
      asked !== undefined &&
      found.mode === asked.mode &&
      found.action === asked.action &&
      found.api === asked.api
    )
  }
