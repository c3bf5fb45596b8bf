import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import type { Listed } from './AfterSaleCard'
import './returns.scss'

const ready = [
  '已经使用过，不影响使用的痕迹不能退换',
  '和照片对不上，请补一张照片再申请',
  '这件商品已经停换，换不到新的',
]

export interface RefuseSheetProps {
  sale: Listed
  onRefuse: (words: string) => Promise<unknown>
  onClose: () => void
}

/** Why it can't go back, in the words that the buyer will read. */
export function RefuseSheet({ sale, onRefuse, onClose }: RefuseSheetProps) {
  const [words, setWords] = useState('')
  const good = [...words.trim()].length >= limits.reasonMin
  return (
    <Sheet
      open
      title="不同意退换"
      onClose={onClose}
      note={`${sale.buyer}会看到这句话，还可以再申请`}
      action={
        <Button kind="dangerFilled" disabled={!good} onTap={() => onRefuse(words.trim())}>
          不同意
        </Button>
      }
    >
      <View className="returns__reasons">
        {ready.map(one => (
          <Chip key={one} on={one === words} onTap={() => setWords(one)}>
            {one.split('，')[0]}
          </Chip>
        ))}
      </View>
      <Field label="为什么" multiline maxLength={limits.reasonMax} value={words} onChange={setWords} />
    </Sheet>
  )
}
