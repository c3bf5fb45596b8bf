import { expectData } from './expectError'
import { newRequestId } from './identityWorld'
import type { TestCloud } from './localCloud'
import { newProduct } from './mallWorld'
import type { TestPerson } from './people'

/** Two kinds of a thing, as goods have them. */
export const NAVY = { variantId: 'navy', colour: '海军蓝', size: null }
export const SAND = { variantId: 'sand', colour: '沙色', size: null }

/** What a test of the mall says of its cloud, which is there once the test has begun. */
export function mallCalls(cloudOf: () => TestCloud) {
  const call = <T = Record<string, never>>(
    who: TestPerson,
    name: string,
    input: object,
    requestId = newRequestId(),
  ) => cloudOf().call<T>(who.openid, `mall.${name}`, input, requestId)
  const does = async <T = Record<string, string>>(who: TestPerson, name: string, input: object) =>
    expectData(await call<T>(who, name, input))
  const twoKinds = (navy: number, sand: number, given: object = {}) =>
    newProduct(cloudOf(), { stock: navy + sand, ...given }, [
      { ...NAVY, stock: navy },
      { ...SAND, stock: sand },
    ])
  return { call, does, twoKinds }
}
