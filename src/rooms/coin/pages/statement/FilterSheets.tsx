import { type Reason, reasonNames, reasons } from '@domain/coin/reasons'
import { View } from '@tarojs/components'
import { Chip } from '@/ui/chip/Chip'
import { Sheet } from '@/ui/sheet/Sheet'

/** "2026 年 11 月" */
export function monthName(on: string): string {
  return `${on.slice(0, 4)} 年 ${Number(on.slice(5))} 月`
}

interface MonthSheetProps {
  open: boolean
  months: readonly string[]
  month: string | undefined
  onChoose: (month: string | undefined) => void
  onClose: () => void
}

/** Which month the lines are of: every one that moved coins. */
export function MonthSheet({ open, months, month, onChoose, onClose }: MonthSheetProps) {
  const choose = (chosen: string | undefined) => {
    onChoose(chosen)
    onClose()
  }
  return (
    <Sheet open={open} title="看哪个月" onClose={onClose}>
      <View className="statement__choices">
        <Chip on={month === undefined} onTap={() => choose(undefined)}>
          所有月份
        </Chip>
        {months.map(on => (
          <Chip key={on} on={on === month} onTap={() => choose(on)}>
            {monthName(on)}
          </Chip>
        ))}
      </View>
    </Sheet>
  )
}

interface ReasonSheetProps {
  open: boolean
  reason: Reason | undefined
  onChoose: (reason: Reason | undefined) => void
  onClose: () => void
}

/** One reason alone, with what was taken back or paid back of it. */
export function ReasonSheet({ open, reason, onChoose, onClose }: ReasonSheetProps) {
  const choose = (chosen: Reason | undefined) => {
    onChoose(chosen)
    onClose()
  }
  return (
    <Sheet open={open} title="只看一种" onClose={onClose}>
      <View className="statement__choices">
        <Chip on={reason === undefined} onTap={() => choose(undefined)}>
          所有来源
        </Chip>
        {reasons.map(one => (
          <Chip key={one} on={one === reason} onTap={() => choose(one)}>
            {reasonNames[one]}
          </Chip>
        ))}
      </View>
    </Sheet>
  )
}
