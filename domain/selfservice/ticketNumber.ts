import { type Instant, inChina } from '../kernel/time'

const SERIAL_DIGITS = 5

/**
 * What people read to each other, "F2611 2403 118": year and month, day, and five digits out of the ticket's id. Machines
 * go by the id.
 */
export function ticketNumber(ticketId: string, at: Instant): string {
  const serial = [...ticketId].reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 10 ** SERIAL_DIGITS,
    0,
  )
  const text = `${inChina(at).format('DD')}${String(serial).padStart(SERIAL_DIGITS, '0')}`
  return `F${inChina(at).format('YYMM')} ${text.slice(0, 4)} ${text.slice(4)}`
}
