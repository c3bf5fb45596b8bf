import { spacedTaxNumber } from './taxNumber'

/** What a merchant needs to write an invoice to one of the company's legal entities. */
export interface InvoiceTitle {
  name: string
  taxNumber: string
  address: string
  phone: string
  bank: string
  account: string
}

/** The fields in the order in which they stand on an invoice. */
export const titleFields = [
  { key: 'name', zh: '名称' },
  { key: 'taxNumber', zh: '税号' },
  { key: 'address', zh: '地址' },
  { key: 'phone', zh: '电话' },
  { key: 'bank', zh: '开户行' },
  { key: 'account', zh: '账号' },
] as const satisfies readonly { key: keyof InvoiceTitle; zh: string }[]

/** How a field is shown; what is copied is the field itself. */
export function shownField(title: InvoiceTitle, key: keyof InvoiceTitle): string {
  if (key === 'taxNumber') return spacedTaxNumber(title.taxNumber)
  return key === 'account' ? title.account.replace(/(\d{4})(?=\d)/g, '$1 ') : title[key]
}

/** All of a title, a field a line, for a chat with whoever writes the invoice. */
export function titleAsText(title: InvoiceTitle): string {
  return titleFields.map(({ key, zh }) => `${zh}：${title[key]}`).join('\n')
}

const SEPARATOR = '</>'
const VERSION = '01'

/**
 * What the QR code of a title says, as tills of the tax software read it (国家税务总局《便捷开票二维码应用规范》): `$01`,
 * name, tax number, address with phone, bank with account, each followed by `</>`, the CRC-16 of all that as four
 * hexadecimal digits, `$`.
 */
export function titleCode({ name, taxNumber, address, phone, bank, account }: InvoiceTitle): string {
  const parts = [name, taxNumber, `${address} ${phone}`, `${bank} ${account}`]
  const content = parts.map(part => part + SEPARATOR).join('')
  return `$${VERSION}${content}${crc16(bytesOf(content))}$`
}

/** x^16 + x^15 + x^2 + 1, the highest bit first, as the norm says. */
const POLYNOMIAL = 0x8005

function crc16(bytes: readonly number[]): string {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ POLYNOMIAL : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** UTF-8; a phone in WeChat has no TextEncoder. */
function bytesOf(text: string): number[] {
  const escaped = encodeURIComponent(text)
  return [...escaped.matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, plain]) =>
    hex === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  )
}
