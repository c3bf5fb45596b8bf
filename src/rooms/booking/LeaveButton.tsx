import { momentLabel } from '@domain/booking/wording'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { placeQueries } from './outdated'

export interface LeaveButtonProps {
  placeId: string
  title: string
  /** It only waits: nothing but its rank is lost. */
  waiting: boolean
  paid: number
  cancelUntil: number
  now: number
}

/** A seat that is given up goes to the next at once and does not come back, so this one asks first. */
export function LeaveButton({ placeId, title, waiting, paid, cancelUntil, now }: LeaveButtonProps) {
  const [asking, setAsking] = useState(false)
  const leave = useCommand(api.booking.leave, {
    outdates: placeQueries,
    onDone: ({ refunded }) => {
      setAsking(false)
      toast.show(
        refunded > 0
          ? `退出了，${refunded} 沃币已退回`
          : waiting
            ? '不再候补了'
            : '退出了，有人候补就先给他们',
      )
    },
  })
  const word = waiting ? '退出候补' : '去不了'
  const isLate = !waiting && now >= cancelUntil
  return (
    <>
      <Button kind="secondary" disabled={isLate} onTap={() => setAsking(true)}>
        {isLate ? '过了退出时间' : word}
      </Button>
      <Sheet
        open={asking}
        title={word}
        onClose={() => setAsking(false)}
        note={waiting ? '再报名会排到最后' : `${momentLabel(cancelUntil, now)} 前都可以退出`}
        action={
          <>
            <Button kind="secondary" onTap={() => setAsking(false)}>
              再想想
            </Button>
            <Button kind="dangerFilled" onTap={() => leave.run({ placeId })}>
              退出
            </Button>
          </>
        }
      >
        <View className="t14 secondary">
          {waiting
            ? `不再候补「${title}」，后面的同事往前一位。`
            : `「${title}」的名额马上空出来，有人候补就先给他们。${paid > 0 ? `付过的 ${paid} 沃币原路退回。` : ''}`}
        </View>
      </Sheet>
    </>
  )
}
