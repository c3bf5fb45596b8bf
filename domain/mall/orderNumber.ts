import { type Instant, inChina } from '../kernel/time'

const CROCKFORD_BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SERIAL_DIGITS = 5

/**
 * What people read to each other, "M2611 2400 418": year and month, day, and five digits out of the order's id. Two
 * orders of one day share a number about once in a hundred thousand pairs; machines go by the id.
 */
export function orderNumber(orderId: string, placedAt: Instant): string {
  const digits = 10 ** SERIAL_DIGITS
  const serial = [...orderId].reduce(
    (sum, character) => (sum * 32 + CROCKFORD_BASE32.indexOf(character)) % digits,
    0,
  )
  const text = `${inChina(placedAt).format('DD')}${String(serial).padStart(SERIAL_DIGITS, '0')}`
  return `M${inChina(placedAt).format('YYMM')} ${text.slice(0, 4)} ${text.slice(4)}`
}
