import { limits } from '@domain/kernel/limits'
import { variantName } from '@domain/mall/goods'
import { pieceReasons, shelfChange, stockReasonNames } from '@domain/mall/journal'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { goodQueries } from '../../outdated'
import type { Product } from '../../ProductTile'
import './stock.scss'

type PieceReason = (typeof pieceReasons)[number]

const asked: Record<PieceReason, string> = {
  arrived: '到了几件',
  counted: '点下来有几件',
  damaged: '坏了几件',
  withdrawn: '调走几件',
}

const codesMost = 500
const codesLengthMax = 40_000

interface ChangeSheetProps {
  product: Product
  onClose: () => void
}

/** What keeps codes from being uploaded; undefined: nothing. */
function codesProblem(codes: readonly string[]): string | undefined {
  const odd = codes.find(code => !/^[\x21-\x7e]{4,80}$/.test(code))
  if (odd !== undefined) return `「${odd.slice(0, 20)}」不像一个码：4 到 80 位字母、数字和符号`
  return codes.length > codesMost ? `一次最多 ${codesMost} 个，分几次上传` : undefined
}

interface KindChoiceProps extends Pick<ChangeSheetProps, 'product'> {
  chosen: string
  onChoose: (variantId: string) => void
}

function KindChoice({ product: { variants }, chosen, onChoose }: KindChoiceProps) {
  if (variants.length < 2) return null
  return (
    <View className="stock__kinds" {...spokenAs('radiogroup')} aria-label="哪一款">
      {variants.map(variant => (
        <Chip
          key={variant.variantId}
          on={variant.variantId === chosen}
          onTap={() => onChoose(variant.variantId)}
        >
          {variantName(variant)} · {variant.stock}
        </Chip>
      ))}
    </View>
  )
}

function useDone(onClose: () => void) {
  return ({ before, after }: { before: number; after: number }) => {
    onClose()
    toast.show(`记下了：${before} → ${after}`)
  }
}

/** Codes come line by line, each a piece. */
function CodesSheet({ product, onClose }: ChangeSheetProps) {
  const [variantId, setVariantId] = useState(product.variants[0]?.variantId ?? '')
  const [typed, setTyped] = useState('')
  const add = useCommand(api.mall.addCodes, { outdates: goodQueries, onDone: useDone(onClose) })
  const codes = [...new Set(typed.split(/\s+/).filter(Boolean))]
  const wrong = codesProblem(codes)
  return (
    <Sheet
      open
      title="上传兑换码"
      onClose={onClose}
      note="码会加密存放，只给换到的人看"
      action={
        <Button
          disabled={codes.length === 0 || wrong !== undefined}
          onTap={() => add.run({ productId: product.productId, variantId, codes })}
        >
          上传 {codes.length} 个
        </Button>
      }
    >
      <KindChoice product={product} chosen={variantId} onChoose={setVariantId} />
      <Field
        label="一行一个码"
        multiline
        maxLength={codesLengthMax}
        value={typed}
        placeholder="从表格里整列复制过来"
        {...(wrong ? { error: wrong } : {})}
        onChange={setTyped}
      />
    </Sheet>
  )
}

/** One change of a shelf: which kind, how many, why. */
function PiecesSheet({ product, onClose }: ChangeSheetProps) {
  const [variantId, setVariantId] = useState(product.variants[0]?.variantId ?? '')
  const [reason, setReason] = useState<PieceReason>('arrived')
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const change = useCommand(api.mall.changeStock, { outdates: goodQueries, onDone: useDone(onClose) })
  const pieces = /^\d+$/.test(typed) ? Number(typed) : undefined
  const before = product.variants.find(variant => variant.variantId === variantId)?.stock ?? 0
  const after = pieces === undefined ? undefined : before + shelfChange(reason, pieces, before)
  const tooMany = after !== undefined && after < 0
  const some = pieces !== undefined && (pieces > 0 || reason === 'counted')
  const good = some && !tooMany && words.trim().length >= limits.reasonMin
  const { productId } = product
  return (
    <Sheet
      open
      title="改库存"
      onClose={onClose}
      note={
        after === undefined || tooMany
          ? '每一笔都记在流水里，谁改的、为什么改'
          : `货架从 ${before} 变成 ${after}`
      }
      action={
        <Button
          disabled={!good}
          onTap={() => change.run({ productId, variantId, pieces: pieces ?? 0, reason, words: words.trim() })}
        >
          记一笔
        </Button>
      }
    >
      <KindChoice product={product} chosen={variantId} onChoose={setVariantId} />
      <View className="stock__kinds" {...spokenAs('radiogroup')} aria-label="为什么">
        {pieceReasons.map(one => (
          <Chip key={one} on={one === reason} onTap={() => setReason(one)}>
            {stockReasonNames[one]}
          </Chip>
        ))}
      </View>
      <Field
        label={asked[reason]}
        type="number"
        value={typed}
        maxLength={5}
        {...(tooMany ? { error: `货架上只有 ${before} ${product.unit}` } : {})}
        onChange={text => setTyped(text.replace(/\D/g, ''))}
      />
      <Field label="说明" value={words} maxLength={limits.reasonMax} onChange={setWords} />
    </Sheet>
  )
}

/** Pieces are counted, or come as codes: there the number follows from them. */
export function ChangeSheet(props: ChangeSheetProps) {
  return props.product.deliveries.includes('code') ? <CodesSheet {...props} /> : <PiecesSheet {...props} />
}
