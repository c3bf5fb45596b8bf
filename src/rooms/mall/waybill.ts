import { PARCEL_NUMBER, parcelNumberTyped } from '@domain/mall/shipping'

/** What is wrong with a parcel's carrier and number; undefined: it can go out. The number as the contract takes it. */
export function waybillProblem(carrier: string, number: string): string | undefined {
  const letters = [...carrier.trim()].length
  if (letters < 2 || letters > 20) return '写上快递公司'
  if (!PARCEL_NUMBER.test(parcelNumberTyped(number))) return '运单号是 6 到 30 位字母和数字'
  return undefined
}

/** Codes are read out in groups; the gaps are not part of them. */
export function readPickupCode(typed: string): string {
  return typed.replace(/\s/g, '')
}

export const isPickupCode = (typed: string): boolean => {
  const { length } = readPickupCode(typed)
  return length >= 8 && length <= 64
}
