import type { OutputOf } from '@domain/kernel/contract'
import { claimColumns } from '@domain/selfservice/claimFile'
import type { selfservice } from '@domain/selfservice/contract'
import { expectData } from './expectError'
import { newRequestId, upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people, type TestPerson } from './people'

const { lin, jin } = people

export type ClaimReport = OutputOf<typeof selfservice.checkClaims>

export const numberOf = (index: number) => `2631200000001234${String(index).padStart(4, '0')}`
export const lineOf = (index: number, state: string, who: TestPerson = lin) =>
  [who.employeeId, numberOf(index), '2026-11-18', `${100 + index}.50`, '成都出差', state, ''].join(',')

/** What a test of 发票 says of its cloud, which is there once the test has begun. */
export function claimCalls(cloudOf: () => TestCloud) {
  let files = 0
  const call = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
    cloudOf().call<T>(who.openid, `selfservice.${name}`, input, newRequestId())
  const does = async <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
    expectData(await call<T>(who, name, input))
  /** Finance's file of these lines, checked. */
  const check = async (lines: readonly string[], header = claimColumns.join(',')) => {
    files += 1
    const fileId = await upload(cloudOf(), jin.openid, `claims/${files}.csv`, [header, ...lines].join('\n'))
    return call<ClaimReport>(jin, 'checkClaims', { fileId, fileName: '报销.csv' })
  }
  const checked = async (lines: readonly string[]) => expectData(await check(lines))
  const apply = (importId: string, who = jin) => call<ClaimReport>(who, 'applyClaims', { importId })
  return { call, does, check, checked, apply }
}
