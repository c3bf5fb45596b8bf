import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { readAddress } from '../../address'
import { homeOf, maskPhone } from '../../deliveryForm'
import { AddressSheet } from './AddressSheet'

type Address = Output<typeof api.mall.listAddresses>['addresses'][number]

/** Removes an address at once; for some seconds it can be had back. */
function useRemoval() {
  const outdates = [api.mall.listAddresses, api.mall.openProduct, api.mall.openBasket]
  const remove = useCommand(api.mall.removeAddress, { outdates })
  const save = useCommand(api.mall.saveAddress, { outdates })
  return async ({ addressId, recipient, phone, region, detail, preferred }: Address) => {
    const done = await remove.run({ addressId })
    if (!done) return
    const again = { recipient, phone, region, detail, preferred }
    toast.undo({ text: `删掉了${recipient}的地址`, onUndo: () => save.run(again) })
  }
}

/** 地址簿: kept on the server, so that another phone has it too. */
export default function AddressesPage() {
  const query = useQueryOf(api.mall.listAddresses, {}, { staleMs: 0, kept: false })
  const [editing, setEditing] = useState<Address | 'new'>()
  const remove = useRemoval()
  return (
    <Screen
      nav={<Nav title="地址簿" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={0} />}
      // The sheet belongs to the page's content: it is there as soon as somebody writes.
      isEmpty={({ addresses }) => addresses.length === 0 && editing === undefined}
      empty={{
        title: '还没有地址',
        sentence: '存一个，以后兑换不用再填。',
        action: { label: '写一个', onTap: () => setEditing('new') },
      }}
      bar={
        query.data && query.data.addresses.length > 0 ? (
          <BottomBar consequence="最多存 10 个">
            <Button icon="plus" onTap={() => setEditing('new')}>
              新地址
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {({ addresses }) => (
        <>
          <View className="pad column gap-8">
            {addresses.map(address => (
              <Card key={address.addressId} padding="none">
                <ListRow
                  title={`${address.recipient} ${maskPhone(address.phone)}`}
                  meta={homeOf(address).address}
                  end={address.preferred ? <Badge tone="accent">常用</Badge> : undefined}
                  onTap={() => setEditing(address)}
                />
                <View className="row">
                  <Button
                    kind="text"
                    size="small"
                    icon="trash"
                    label={`删掉${address.recipient}的地址`}
                    onTap={() => remove(address)}
                  >
                    删掉
                  </Button>
                </View>
              </Card>
            ))}
          </View>
          {editing ? (
            <AddressSheet
              address={editing === 'new' ? undefined : editing}
              knownPhone={
                (addresses.find(({ preferred }) => preferred) ?? addresses[0])?.phone ?? readAddress().phone
              }
              onClose={() => setEditing(undefined)}
            />
          ) : null}
        </>
      )}
    </Screen>
  )
}
