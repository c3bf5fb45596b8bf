import { limits } from '@domain/kernel/limits'
import { variantName } from '@domain/mall/goods'
import { stockReasonNames } from '@domain/mall/journal'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import type { Product } from '../../ProductTile'
import './stock.scss'

const reasons = ['arrived', 'counted', 'damaged', 'withdrawn'] as const
const outdates = [api.mall.openStock, api.mall.listGoods, api.mall.openShop, api.mall.openProduct]

/** One change of a shelf: which kind, how many, why. Codes come line by line instead of a number. */
export function ChangeSheet({ product, onClose }: { product: Product; onClose: () => void }) {
  const isCodes = product.deliveries.includes('code')
  const [variantId, setVariantId] = useState(product.variants[0]?.variantId ?? '')
  const [reason, setReason] = useState<(typeof reasons)[number]>('arrived')
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const onDone = ({ before, after }: { before: number; after: number }) => {
    onClose()
    toast.show(`记下了：${before} → ${after}`)
  }
  const change = useCommand(api.mall.changeStock, { outdates, onDone })
  const add = useCommand(api.mall.addCodes, { outdates, onDone })
  const amount = /^[+-]?[1-9]\d*$/.test(typed.trim()) ? Number(typed.trim()) : undefined
  const codes = typed.split(/\s+/).filter(Boolean)
  const { productId } = product
  const good = isCodes ? codes.length > 0 : amount !== undefined && words.trim().length >= limits.reasonMin
  const submit = () =>
    isCodes
      ? add.run({ productId, variantId, codes })
      : change.run({ productId, variantId, change: amount ?? 0, reason, words: words.trim() })
  return (
    <Sheet
      open
      title={isCodes ? '上传兑换码' : '改库存'}
      onClose={onClose}
      note={isCodes ? '码会加密存放，只给换到的人看' : '每一笔都记在流水里，谁改的、为什么改'}
      action={
        <Button disabled={!good} onTap={submit}>
          {isCodes ? `上传 ${codes.length} 个` : '记一笔'}
        </Button>
      }
    >
      {product.variants.length > 1 ? (
        <View className="stock__kinds">
          {product.variants.map(variant => (
            <Chip
              key={variant.variantId}
              on={variant.variantId === variantId}
              onTap={() => setVariantId(variant.variantId)}
            >
              {variantName(variant)} · {variant.stock}
            </Chip>
          ))}
        </View>
      ) : null}
      {isCodes ? (
        <Field label="一行一个码" multiline maxLength={20_000} value={typed} onChange={setTyped} />
      ) : (
        <>
          <View className="stock__kinds">
            {reasons.map(one => (
              <Chip key={one} on={one === reason} onTap={() => setReason(one)}>
                {stockReasonNames[one]}
              </Chip>
            ))}
          </View>
          <Field
            label="加几件，减写负数"
            value={typed}
            maxLength={7}
            placeholder="20 或 -1"
            onChange={setTyped}
          />
          <Field label="说明" value={words} maxLength={limits.reasonMax} onChange={setWords} />
        </>
      )}
    </Sheet>
  )
}
