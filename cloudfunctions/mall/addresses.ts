import { Refusal, refuse } from '@domain/kernel/errors'
import { ADDRESSES_MAX } from '@domain/mall/basketContract'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { type AddressBookDocument, addressBooks } from './store'

type Addresses = AddressBookDocument['addresses']

/** The preferred one comes first, and there is exactly one while there is any. */
function inOrder(addresses: Addresses): Addresses {
  const preferred = addresses.find(address => address.preferred) ?? addresses[0]
  return addresses
    .map(address => ({ ...address, preferred: address === preferred }))
    .sort((one, other) => Number(other.preferred) - Number(one.preferred))
}

export const listAddresses = handle(mall.listAddresses, async ctx => ({
  addresses: (await addressBooks.get(ctx.employee.id))?.addresses ?? [],
}))

export const saveAddress = handle(mall.saveAddress, async (ctx, { addressId, ...given }) =>
  ctx.transaction(async tx => {
    const before = (await addressBooks.in(tx).get(ctx.employee.id))?.addresses ?? []
    const known = before.find(address => address.addressId === addressId)
    if (addressId !== undefined && !known) throw new Refusal('MALL_ADDRESS_MISSING')
    refuse(addressId === undefined && before.length >= ADDRESSES_MAX, 'MALL_ADDRESSES_FULL')
    const saved = { addressId: addressId ?? ctx.newId('address'), ...given }
    const others = before
      .filter(address => address !== known)
      .map(address => ({ ...address, preferred: address.preferred && !given.preferred }))
    await addressBooks.in(tx).put({ _id: ctx.employee.id, addresses: inOrder([...others, saved]) })
    return { addressId: saved.addressId }
  }),
)

export const removeAddress = handle(mall.removeAddress, async (ctx, { addressId }) =>
  ctx.transaction(async tx => {
    const before = (await addressBooks.in(tx).get(ctx.employee.id))?.addresses ?? []
    const addresses = inOrder(before.filter(address => address.addressId !== addressId))
    await addressBooks.in(tx).put({ _id: ctx.employee.id, addresses })
    return { addresses: addresses.length }
  }),
)
