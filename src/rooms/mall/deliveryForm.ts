import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import type { mall } from '@domain/mall/contract'
import type { DeliveryKind } from '@domain/mall/order'

/** Where it shall go. The home part is kept on this phone for the next time, and nowhere else. */
export interface DeliveryDraft {
  kind: DeliveryKind
  deskId: string
  recipient: string
  phone: string
  address: string
}

export type HomeAddress = Pick<DeliveryDraft, 'recipient' | 'phone' | 'address'>

export const noAddress: HomeAddress = { recipient: '', phone: '', address: '' }

export type DeliveryProblems = Partial<Record<'deskId' | keyof HomeAddress, string>>

type Desk = OutputOf<typeof mall.openProduct>['desks'][number]

/** The desk that is most likely meant: the last one used, else one where the person works. Empty: none is likelier. */
export function likelyDesk(desks: readonly Desk[], lastDeskId: string, site: string | undefined): string {
  const last = desks.find(({ deskId }) => deskId === lastDeskId)
  const near = desks.find(desk => desk.site === site)
  return (last ?? near ?? (desks.length === 1 ? desks[0] : undefined))?.deskId ?? ''
}

type Address = OutputOf<typeof mall.listAddresses>['addresses'][number]

/** A saved address as the form has it. */
export function homeOf({ recipient, phone, region, detail }: Address): HomeAddress {
  return { recipient, phone, address: `${[...new Set(region)].join('')}${detail}` }
}

/** The preferred address of the book; nothing where the book is empty. */
export function preferredOf([first]: readonly Address[]): Partial<HomeAddress> {
  return first ? homeOf(first) : {}
}

const charactersOf = (value: string) => [...value.trim()].length

/** What is wrong, by field; empty: it can be sent. The server reads the same limits. */
export function deliveryProblems(draft: DeliveryDraft): DeliveryProblems {
  if (draft.kind === 'code') return {}
  if (draft.kind === 'desk') return draft.deskId ? {} : { deskId: '选一个前台' }
  const problems: DeliveryProblems = {}
  const recipient = charactersOf(draft.recipient)
  if (recipient < 2 || recipient > limits.nameMax) problems.recipient = '收件人写 2 到 20 个字'
  if (!/^1\d{10}$/.test(draft.phone.trim())) problems.phone = '手机号是 1 开头的 11 位数字'
  const address = charactersOf(draft.address)
  if (address < 6) problems.address = '写到门牌号，快递才找得到'
  if (address > limits.addressMax) problems.address = `地址最多 ${limits.addressMax} 字`
  return problems
}

/** The command's input for a draft without problems. */
export function toDelivery(draft: DeliveryDraft): InputOf<typeof mall.redeem>['delivery'] {
  return toRedirection(draft) ?? { kind: 'code' }
}

/** The same of a thing that goes elsewhere; undefined: a code goes nowhere. */
export function toRedirection(
  draft: DeliveryDraft,
): InputOf<typeof mall.redirectOrder>['delivery'] | undefined {
  if (draft.kind === 'code') return undefined
  if (draft.kind === 'desk') return { kind: 'desk', deskId: draft.deskId }
  return {
    kind: 'home',
    recipient: draft.recipient.trim(),
    phone: draft.phone.trim(),
    address: draft.address.trim(),
  }
}

/** 138****0426: enough to recognise a number, not enough to call it. */
export function maskPhone(phone: string): string {
  return phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
}
