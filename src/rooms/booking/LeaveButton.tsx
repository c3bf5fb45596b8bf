import { spanLabel } from '@domain/booking/wording'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { placeQueries } from './outdated'
import { sayUntil } from './until'

export interface LeaveButtonProps {
  placeId: string
  title: string
  /** It only waits: nothing but its rank is lost. */
  waiting: boolean
  paid: number
  cancelUntil: number
  now: number
  /** Of a visit: which time of the centre is given back. */
  visit?: { startsAt: number; endsAt: number }
}

/** What the button, its sheet and what follows say. */
function wordsOf({ title, waiting, paid, visit }: LeaveButtonProps) {
  if (waiting)
    return {
      word: '退出候补',
      action: '退出',
      done: '不再候补了',
      sentence: `不再候补「${title}」，后面的同事往前一位。`,
    }
  if (visit)
    return {
      word: '取消预约',
      action: '取消预约',
      done: '预约取消了',
      sentence: `取消 ${spanLabel(visit.startsAt, visit.endsAt)} 在「${title}」的预约，位子留给候补的同事。`,
    }
  return {
    word: '去不了',
    action: '退出',
    done: '退出了，有人候补就先给他们',
    sentence: `「${title}」的名额马上空出来，有人候补就先给他们。${paid > 0 ? `付过的 ${grouped(paid)} 沃币原路退回。` : ''}`,
  }
}

/** A seat that is given up goes to the next at once and does not come back, so this one asks first. */
export function LeaveButton(props: LeaveButtonProps) {
  const { placeId, waiting, cancelUntil, now, visit } = props
  const { word, action, done, sentence } = wordsOf(props)
  const [asking, setAsking] = useState(false)
  const leave = useCommand(api.booking.leave, {
    outdates: placeQueries,
    onDone: ({ refunded }) => {
      setAsking(false)
      toast.show(refunded > 0 ? `退出了，${grouped(refunded)} 沃币已退回` : done)
    },
  })
  const isLate = !waiting && now >= cancelUntil
  const giving = visit ? '取消' : '退出'
  const late = `过了${giving}时间`
  return (
    <>
      <Button kind="secondary" disabled={isLate} onTap={() => setAsking(true)}>
        {isLate ? late : word}
      </Button>
      <Sheet
        open={asking}
        title={word}
        onClose={() => setAsking(false)}
        note={
          waiting ? '再报名会排到最后' : sayUntil(cancelUntil, now, { can: `都可以${giving}`, cannot: late })
        }
        action={
          <>
            <Button kind="secondary" onTap={() => setAsking(false)}>
              再想想
            </Button>
            <Button kind="dangerFilled" onTap={() => leave.run({ placeId })}>
              {action}
            </Button>
          </>
        }
      >
        <View className="t14 secondary">{sentence}</View>
      </Sheet>
    </>
  )
}
