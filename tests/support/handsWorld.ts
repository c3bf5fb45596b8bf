import { audit, type Finding } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people, type TestPerson } from './people'
import { attempt } from './talkWorld'

/** What the auditor finds in the books of a cloud. */
export async function findingsIn(cloud: TestCloud): Promise<Finding[]> {
  const entries = await cloud.dump<Entry & Record<string, unknown>>('coin_entries')
  const accounts = await cloud.dump<Account & Record<string, unknown>>('coin_accounts')
  return audit({ entries, accounts }).findings
}

const HEADER = '员工编号,姓名,沃币,经验值,理由'

interface Checked {
  batchId: string
  problems: { line: number; problem: string; employeeId: string; name: string; detail: string }[]
}

/** Lists of coins as a keeper uploads them. */
export function batchSteps(cloudOf: () => TestCloud) {
  let files = 0
  const lineOf = ({ employeeId, name }: TestPerson, coins: string, points = '0', why = '年会志愿者') =>
    [employeeId, name, coins, points, why].join(',')
  const check = async (lines: string[], { header = HEADER, by = people.liang } = {}) => {
    files += 1
    const content = [header, ...lines].join('\n')
    const fileId = await upload(cloudOf(), by.openid, `uploads/b${files}.csv`, content)
    return attempt(cloudOf(), by, 'coin.checkHands', { fileId, fileName: '志愿者.csv' })
  }
  const checked = async (lines: string[]): Promise<Checked> => {
    const reply = await check(lines)
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.data as Checked
  }
  return { lineOf, check, checked }
}
