import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Sheet } from '@/ui/sheet/Sheet'

interface PromiseSheetProps {
  open: boolean
  /** What the centre has come to ask for since the visit was booked. */
  asks: readonly string[]
  onClose: () => void
  onAgree: () => Promise<unknown>
}

/** What has to be agreed to before the time that the centre has moved a visit to is taken. */
export function PromiseSheet({ open, asks, onClose, onAgree }: PromiseSheetProps) {
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const missing = asks.find(promise => !agreed.includes(promise))
  return (
    <Sheet
      open={open}
      title="这次要你先答应"
      onClose={onClose}
      missing={missing === undefined ? undefined : `还没勾上：${missing}`}
      action={
        <Button block disabled={missing !== undefined} onTap={onAgree}>
          就这天
        </Button>
      }
    >
      <View className="column">
        {asks.map(promise => (
          <Checkbox
            key={promise}
            checked={agreed.includes(promise)}
            onChange={checked =>
              setAgreed(before => (checked ? [...before, promise] : before.filter(one => one !== promise)))
            }
          >
            {promise}
          </Checkbox>
        ))}
      </View>
    </Sheet>
  )
}
